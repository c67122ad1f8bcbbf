import { useEffect, useState } from 'react'
import type { CommandOutput } from '../../../electron/contract/commands.ts'
import { ok } from '../../../electron/contract/result.ts'
import { api } from '../../api/ringback.ts'
import { text } from '../../text/index.ts'
import { CheckCard } from './check-card.tsx'
import { EncryptionOffer } from './encryption-field.tsx'
import { ForThePbxPerson } from './for-the-pbx-person.tsx'
import { isSuspect } from './is-suspect.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { LookFor } from './look-for.tsx'
import { makePassword } from './manager-conf.ts'
import { PlaceFields } from './place-fields.tsx'
import { useForm } from './use-form.ts'
import { usePhoneAnswers } from './use-phone-answers.ts'

/**
 * First run: where the phone system is, and what has to be entered there. What stands in those lines is kept at once
 * (without signing in: the phone system does not know the user yet), so that it still holds after the office's PBX
 * person had time.
 */
export function FindForm({ settings, title, saveLabel, onSaved, aside, mustPass }: SettingsFormProps) {
  const { phoneSystem } = settings
  const { stored, values, place, user, keepsPassword, placeProblems } = usePhoneAnswers(settings)
  const [found, setFound] = useState<{ at: string; found: CommandOutput<'phone-system:find'> } | null>(null)
  const at = JSON.stringify(place)
  const here = found?.at === at ? found.found : null
  const trusted = values.fingerprint || (here?.fingerprint ?? '')
  const connected = phoneSystem.host !== '' && !phoneSystem.waits
  const keep = async () => {
    if (connected || placeProblems.host !== null || placeProblems.port !== null) return ok(undefined)
    const input = {
      ...place,
      ...user,
      connect: false,
      ...(place.tls && trusted !== '' ? { fingerprint: trusted } : {}),
    }
    return api.request('phone-system:save', input)
  }
  const form = useForm({
    name: 'phone',
    stored,
    problems: placeProblems,
    check: async () => {
      const kept = await keep()
      if (!kept.ok) return kept
      const result = await api.request('phone-system:find', place)
      setFound(result.ok ? { at, found: result.value } : null)
      return result
    },
    save: keep,
    keepsTyped: true,
    onSaved,
  })
  const makesPassword = !phoneSystem.hasPassword && values.password === ''
  const { edit } = form
  useEffect(() => {
    if (makesPassword) edit({ password: makePassword() })
    // Once: whoever empties the field wants none of ours.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  const problem = (field: 'host' | 'port'): string | null =>
    form.problem(field) ?? (isSuspect(form.steps, field) ? text.setup.phone.suspect[field] : null)

  return (
    <FormPage
      title={title}
      lead={text.setup.phone.findLead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      mustPass={mustPass}
      fields={
        <>
          <PlaceFields values={values} edit={edit} problem={problem} fingerprint={phoneSystem.fingerprint} />
          <LookFor onChosen={(host) => edit({ host, fingerprint: '' })} />
          <CheckCard steps={form.steps} checking={form.checking} names={text.setup.phone.findChecks}>
            <EncryptionOffer offer={here?.encryption ?? null} edit={edit} />
          </CheckCard>
        </>
      }
      help={
        <ForThePbxPerson
          host={place.host}
          username={user.username}
          password={values.password}
          stored={keepsPassword}
          onAnother={() => edit({ password: makePassword() })}
          onCopied={() => void keep()}
        />
      }
    />
  )
}
