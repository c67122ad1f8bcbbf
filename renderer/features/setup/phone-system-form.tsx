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
import { useAnswers, useForm } from './use-form.ts'

const words = text.setup.phone
const defaultUser = 'ringback'
const defaultPort = 5038

export function PhoneSystemForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { phoneSystem } = settings
  const stored = {
    host: phoneSystem.host,
    port: String(phoneSystem.port || defaultPort),
    username: phoneSystem.username || defaultUser,
    password: '',
  }
  const { host, port, username, password } = useAnswers('phone', stored)
  const [passwordShown, setPasswordShown] = useState(false)

  const portNumber = Number(port)
  const input = {
    host: host.trim(),
    port: portNumber,
    username: username.trim(),
    ...(password === '' ? {} : { password }),
  }
  const form = useForm({
    name: 'phone',
    stored,
    problems: {
      host: input.host === '' ? text.setup.required : null,
      port: Number.isInteger(portNumber) && portNumber >= 1 && portNumber <= 65535 ? null : words.badPort,
      username: input.username === '' ? text.setup.required : null,
      password: password === '' && !phoneSystem.hasPassword ? text.setup.required : null,
    },
    check: () => api.request('phone-system:check', input),
    save: () => api.request('phone-system:save', input),
    onSaved,
  })
  const problem = (field: keyof typeof words.suspect): string | null =>
    form.problem(field) ?? (isSuspect(form.steps, field) ? words.suspect[field] : null)

  return (
    <FormPage
      title={title}
      lead={words.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          <div className="field-pair">
            <Field
              label={words.host}
              value={host}
              onChange={(value) => form.edit({ host: value })}
              problem={problem('host')}
              placeholder="192.168.1.10"
            />
            <Field
              label={words.port}
              value={port}
              onChange={(value) => form.edit({ port: value })}
              problem={problem('port')}
              inputMode="numeric"
            />
          </div>
          <Field
            label={words.user}
            value={username}
            onChange={(value) => form.edit({ username: value })}
            problem={problem('username')}
          />
          <SecretField
            label={words.password}
            value={password}
            onChange={(value) => form.edit({ password: value })}
            problem={problem('password')}
            stored={phoneSystem.hasPassword}
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
