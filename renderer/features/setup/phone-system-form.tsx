import { useState } from 'react'
import type { CommandOutput } from '../../../electron/contract/commands.ts'
import { api } from '../../api/ringback.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { PhoneTrouble } from '../health/phone-trouble.tsx'
import { CertificateChanged } from './certificate-changed.tsx'
import { CheckCard } from './check-card.tsx'
import { EncryptionField } from './encryption-field.tsx'
import { isSuspect } from './is-suspect.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { makePassword, managerConf } from './manager-conf.ts'
import { SecretField } from './secret-field.tsx'
import { useAnswers, useForm } from './use-form.ts'

const defaultUser = 'ringback'
const plainPort = 5038
const encryptedPort = 5039

export function PhoneSystemForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { phoneSystem } = settings
  const stored = {
    host: phoneSystem.host,
    port: String(phoneSystem.port || plainPort),
    username: phoneSystem.username || defaultUser,
    password: '',
    tls: phoneSystem.tls,
    fingerprint: '',
  }
  const { host, port, username, password, tls, fingerprint } = useAnswers('phone', stored)
  const [offer, setOffer] = useState<CommandOutput<'phone-system:check'>['encryption']>(null)
  /** The certificate that the check saw, and where. */
  const [seen, setSeen] = useState<{ place: string; fingerprint: string | null } | null>(null)
  const [passwordShown, setPasswordShown] = useState(false)

  const portNumber = Number(port)
  const place = `${host.trim()}:${port}`
  const trusted = fingerprint || (seen?.place === place ? seen.fingerprint : null)
  const input = {
    host: host.trim(),
    port: portNumber,
    username: username.trim(),
    tls,
    ...(tls && trusted ? { fingerprint: trusted } : {}),
    ...(password === '' ? {} : { password }),
  }
  // It goes to no other place, and not in the clear where it was encrypted.
  const keepsPassword = phoneSystem.hasPassword && input.host === phoneSystem.host && (tls || !phoneSystem.tls)
  const noPassword = phoneSystem.hasPassword ? text.setup.phone.passwordAgain : text.setup.required
  const form = useForm({
    name: 'phone',
    stored,
    problems: {
      host: input.host === '' ? text.setup.required : null,
      port: Number.isInteger(portNumber) && portNumber >= 1 && portNumber <= 65535 ? null : text.setup.phone.badPort,
      username: input.username === '' ? text.setup.required : null,
      password: password === '' && !keepsPassword ? noPassword : null,
    },
    check: async () => {
      const result = await api.request('phone-system:check', input)
      setOffer(result.ok ? result.value.encryption : null)
      setSeen(result.ok ? { place, fingerprint: result.value.fingerprint } : null)
      return result
    },
    save: () => api.request('phone-system:save', input),
    onSaved,
  })
  /** A certificate belongs to a place: another place is another certificate. */
  const move = (to: { host: string } | { port: string }): void => form.edit({ ...to, fingerprint: '' })
  const usualPort = (encrypted: boolean): string => {
    const [from, to] = encrypted ? [plainPort, encryptedPort] : [encryptedPort, plainPort]
    return portNumber === from ? String(to) : port
  }
  const problem = (field: keyof typeof text.setup.phone.suspect): string | null =>
    form.problem(field) ?? (isSuspect(form.steps, field) ? text.setup.phone.suspect[field] : null)

  return (
    <FormPage
      title={title}
      lead={text.setup.phone.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          <PhoneTrouble />
          {phoneSystem.strangeFingerprint === null ? null : (
            <CertificateChanged trusted={phoneSystem.fingerprint} shown={phoneSystem.strangeFingerprint} />
          )}
          <div className="field-pair">
            <Field
              label={text.setup.phone.host}
              value={host}
              onChange={(value) => move({ host: value })}
              problem={problem('host')}
              placeholder="192.168.1.10"
            />
            <Field
              label={text.setup.phone.port}
              value={port}
              onChange={(value) => move({ port: value })}
              problem={problem('port')}
              inputMode="numeric"
            />
          </div>
          <Field
            label={text.setup.phone.user}
            value={username}
            onChange={(value) => form.edit({ username: value })}
            problem={problem('username')}
          />
          <SecretField
            label={text.setup.phone.password}
            value={password}
            onChange={(value) => form.edit({ password: value })}
            problem={problem('password')}
            stored={keepsPassword}
            shown={passwordShown}
            onShow={setPasswordShown}
            make={makePassword}
          />
          <EncryptionField
            tls={tls}
            onChange={(on) => form.edit({ tls: on, port: usualPort(on), fingerprint: '' })}
            fingerprint={phoneSystem.fingerprint}
          />
        </>
      }
      help={
        <>
          <CheckCard steps={form.steps} checking={form.checking} names={text.setup.phone.checks}>
            {offer ? (
              <Button
                onPress={() => form.edit({ tls: true, port: String(offer.port), fingerprint: offer.fingerprint })}
              >
                {text.setup.phone.encryption.use(offer.port)}
              </Button>
            ) : null}
          </CheckCard>
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
  const linesWith = (secret: string): string =>
    managerConf({ username, password: secret, permit: text.setup.phone.thisPc })
  const lines = linesWith(password || text.setup.phone.choosePassword)
  return (
    <section className="check-card">
      <h3>
        {text.setup.phone.forPerson}
        <CopyButton value={lines} />
      </h3>
      <p className="help">{text.setup.phone.paste}</p>
      <pre className="selectable">{masked && password !== '' ? linesWith(text.setup.phone.hiddenPassword) : lines}</pre>
    </section>
  )
}
