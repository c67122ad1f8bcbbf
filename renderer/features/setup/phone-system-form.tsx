import { useState } from 'react'
import { api } from '../../api/ringback.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/en.ts'
import { CheckCard } from './check-card.tsx'
import { isSuspect } from './is-suspect.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { makePassword, managerConf } from './manager-conf.ts'
import { SecretField } from './secret-field.tsx'
import { useForm } from './use-form.ts'

const words = text.setup.phone
const defaultUser = 'ringback'

export function PhoneSystemForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const stored = settings.phoneSystem
  const [host, setHost] = useState(stored.host)
  const [port, setPort] = useState(String(stored.port || 5038))
  const [username, setUsername] = useState(stored.username || defaultUser)
  const [password, setPassword] = useState('')
  const [passwordShown, setPasswordShown] = useState(false)

  const portNumber = Number(port)
  const input = {
    host: host.trim(),
    port: portNumber,
    username: username.trim(),
    ...(password === '' ? {} : { password }),
  }
  const form = useForm({
    problems: {
      host: input.host === '' ? text.setup.required : null,
      port: Number.isInteger(portNumber) && portNumber >= 1 && portNumber <= 65535 ? null : words.badPort,
      username: input.username === '' ? text.setup.required : null,
      password: password === '' && !stored.hasPassword ? text.setup.required : null,
    },
    check: () => api.request('phone-system:check', input),
    save: () => api.request('phone-system:save', input),
    onSaved,
  })
  const problem = (field: keyof typeof words.suspect): string | null =>
    form.problem(field) ?? (isSuspect(form.steps, field) ? words.suspect[field] : null)
  const edit =
    (set: (value: string) => void) =>
    (value: string): void => {
      set(value)
      form.touched()
    }

  return (
    <FormPage
      title={title}
      lead={words.lead}
      saveLabel={saveLabel}
      saving={form.saving}
      failure={form.failure}
      onSave={form.runSave}
      check={form.check}
      aside={aside}
      fields={
        <>
          <div className="field-pair">
            <Field
              label={words.host}
              value={host}
              onChange={edit(setHost)}
              problem={problem('host')}
              placeholder="192.168.1.10"
            />
            <Field
              label={words.port}
              value={port}
              onChange={edit(setPort)}
              problem={problem('port')}
              inputMode="numeric"
            />
          </div>
          <Field label={words.user} value={username} onChange={edit(setUsername)} problem={problem('username')} />
          <SecretField
            label={words.password}
            value={password}
            onChange={edit(setPassword)}
            problem={problem('password')}
            stored={stored.hasPassword}
            shown={passwordShown}
            onShow={setPasswordShown}
            make={makePassword}
          />
        </>
      }
      help={
        <>
          <CheckCard steps={form.steps} checking={form.checking} names={words.checks} />
          <ForThePbxPerson username={input.username || defaultUser} password={password} masked={!passwordShown} />
        </>
      }
    />
  )
}

interface ForThePbxPersonProps {
  username: string
  password: string
  /** On screen only: what is copied is always whole. */
  masked: boolean
}

function ForThePbxPerson({ username, password, masked }: ForThePbxPersonProps) {
  const linesWith = (secret: string): string => managerConf({ username, password: secret, permit: words.thisPc })
  const lines = linesWith(password || words.choosePassword)
  return (
    <section className="check-card">
      <h3>
        {words.forPerson}
        <CopyButton value={lines} />
      </h3>
      <p className="help">{words.paste}</p>
      <pre className="selectable">{masked && password !== '' ? linesWith(words.hiddenPassword) : lines}</pre>
    </section>
  )
}
