import { useState } from 'react'
import type { CommandOutput } from '../../../electron/contract/commands.ts'
import { api } from '../../api/ringback.ts'
import { text } from '../../text/index.ts'
import { CheckCard } from './check-card.tsx'
import { EncryptionOffer } from './encryption-field.tsx'
import { ForThePbxPerson } from './for-the-pbx-person.tsx'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { FoundCard } from './found-card.tsx'
import { isSuspect } from './is-suspect.ts'
import { makePassword } from './manager-conf.ts'
import { RightsCard } from './rights-card.tsx'
import { SignInFields } from './sign-in-fields.tsx'
import { useForm } from './use-form.ts'
import { usePhoneAnswers } from './use-phone-answers.ts'

/**
 * First run: signs in, and shows what this user may see and which phones and lines there are. Once the sign-in is
 * found right Ringback stays connected, so that what is found shows before anybody goes on.
 */
export function SignInForm({ settings, title, saveLabel, onSaved, aside, mustPass }: SettingsFormProps) {
  const { stored, values, place, user, keepsPassword, placeProblems, userProblems } = usePhoneAnswers(settings)
  const { fingerprint, tls } = values
  const input = { ...place, ...user, ...(tls && fingerprint !== '' ? { fingerprint } : {}) }
  const [offer, setOffer] = useState<CommandOutput<'phone-system:check'>['encryption']>(null)
  const form = useForm({
    name: 'phone',
    stored,
    problems: { ...placeProblems, ...userProblems },
    check: async () => {
      const result = await api.request('phone-system:check', input)
      setOffer(result.ok ? result.value.encryption : null)
      return result
    },
    savesWhenRight: true,
    save: () => api.request('phone-system:save', input),
    onSaved,
  })
  const problem = (field: 'username' | 'password'): string | null =>
    form.problem(field) ?? (isSuspect(form.steps, field) ? text.setup.phone.suspect[field] : null)

  return (
    <FormPage
      title={title}
      lead={text.setup.phone.signInLead(place.host)}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      mustPass={mustPass}
      fields={
        <>
          <SignInFields values={values} edit={form.edit} problem={problem} keepsPassword={keepsPassword} />
          <CheckCard steps={form.steps} checking={form.checking} names={text.setup.phone.checks}>
            <EncryptionOffer offer={offer} edit={form.edit} />
          </CheckCard>
        </>
      }
      help={
        form.passed ? (
          <>
            <RightsCard />
            <FoundCard />
          </>
        ) : (
          <ForThePbxPerson
            host={place.host}
            username={user.username}
            password={values.password}
            stored={keepsPassword}
            onAnother={() => form.edit({ password: makePassword() })}
          />
        )
      }
    />
  )
}
