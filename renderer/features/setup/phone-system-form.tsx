import { useState } from 'react'
import type { CommandOutput } from '../../../electron/contract/commands.ts'
import { api } from '../../api/ringback.ts'
import { text } from '../../text/index.ts'
import { PhoneTrouble } from '../health/phone-trouble.tsx'
import { CertificateChanged } from './certificate-changed.tsx'
import { CheckCard } from './check-card.tsx'
import { EncryptionOffer } from './encryption-field.tsx'
import { ForThePbxPerson } from './for-the-pbx-person.tsx'
import { isSuspect } from './is-suspect.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { PlaceFields } from './place-fields.tsx'
import { SignInFields } from './sign-in-fields.tsx'
import { useForm } from './use-form.ts'
import { usePhoneAnswers } from './use-phone-answers.ts'

/** The phone system on one page, as Settings have it; first run asks the same on two (find-form, sign-in-form). */
export function PhoneSystemForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { phoneSystem } = settings
  const { stored, values, place, user, keepsPassword, placeProblems, userProblems } = usePhoneAnswers(settings)
  const { fingerprint, tls } = values
  const [offer, setOffer] = useState<CommandOutput<'phone-system:check'>['encryption']>(null)
  /** The certificate that the check saw, and where. */
  const [seen, setSeen] = useState<{ at: string; fingerprint: string | null } | null>(null)
  const at = `${place.host}:${place.port}`
  const trusted = fingerprint || (seen?.at === at ? seen.fingerprint : null)
  const input = { ...place, ...user, ...(tls && trusted ? { fingerprint: trusted } : {}) }
  const form = useForm({
    name: 'phone',
    stored,
    problems: { ...placeProblems, ...userProblems },
    check: async () => {
      const result = await api.request('phone-system:check', input)
      setOffer(result.ok ? result.value.encryption : null)
      setSeen(result.ok ? { at, fingerprint: result.value.fingerprint } : null)
      return result
    },
    save: () => api.request('phone-system:save', input),
    onSaved,
  })
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
          <PlaceFields values={values} edit={form.edit} problem={problem} fingerprint={phoneSystem.fingerprint} />
          <SignInFields values={values} edit={form.edit} problem={problem} keepsPassword={keepsPassword} />
        </>
      }
      help={
        <>
          <CheckCard steps={form.steps} checking={form.checking} names={text.setup.phone.checks}>
            <EncryptionOffer offer={offer} edit={form.edit} />
          </CheckCard>
          <ForThePbxPerson
            host={place.host}
            username={user.username}
            password={values.password}
            stored={keepsPassword}
          />
        </>
      }
    />
  )
}
