import { useState } from 'react'
import { Label, RadioGroup, Text } from 'react-aria-components'
import type { CommandOutput } from '../../../electron/contract/commands.ts'
import { api } from '../../api/ringback.ts'
import type { FormValues } from '../../store/forms-slice.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { Choice } from '../../ui/choice.tsx'
import './sender-choice.css'

type Sender = CommandOutput<'texting:senders'>['senders'][number]

const other = 'other'

interface SenderChoiceProps {
  values: FormValues['texting']
  edit: (change: Partial<FormValues['texting']>) => void
  problem: string | null
}

/** From which number texts leave: one of the account's own, listed on demand, or one that is typed in. */
export function SenderChoice({ values, edit, problem }: SenderChoiceProps) {
  const { from } = values
  const { found, failure, asking, ask } = useSenders(values, (only) => edit({ from: only }))
  const [typing, setTyping] = useState(false)
  const words = text.setup.texting.senders
  const known = found?.some((sender) => writtenOf(sender) === from) ?? false
  const listed = found !== null && found.length > 0
  const typed = !listed || typing || (from !== '' && !known)
  return (
    <div className="sender-choice">
      {listed ? (
        <RadioGroup
          className="answers"
          value={typed ? other : from}
          isInvalid={!typed && problem !== null}
          onChange={(value) => {
            setTyping(value === other)
            edit({ from: value === other ? '' : value })
          }}
        >
          <Label>{text.setup.texting.from}</Label>
          {found.map((sender) => (
            <Choice key={sender.from} value={writtenOf(sender)} isDisabled={!sender.texts}>
              {nameOf(sender)}
            </Choice>
          ))}
          <Choice value={other}>{words.other}</Choice>
          {!typed && problem !== null ? (
            <Text slot="errorMessage" className="problem">
              {problem}
            </Text>
          ) : null}
        </RadioGroup>
      ) : null}
      {typed ? (
        <Field
          label={listed ? words.otherLabel : text.setup.texting.from}
          value={from}
          onChange={(value) => edit({ from: value })}
          problem={problem}
          help={text.setup.texting.fromHelp}
          inputMode="tel"
        />
      ) : null}
      <div role="status">
        {failure === null ? null : <p className="problem">{failure}</p>}
        {found?.length === 0 ? <p className="help">{words.none}</p> : null}
      </div>
      {ask ? (
        <Button look="link" isPending={asking} onPress={ask}>
          {asking ? words.asking : listed ? words.again : words.ask}
        </Button>
      ) : null}
    </div>
  )
}

/** As the field shows what is stored: a number as people write it, a messaging service by its id. */
function writtenOf({ from, numberForPeople }: Sender): string {
  return numberForPeople ?? from
}

function nameOf({ from, numberForPeople, name, texts }: Sender): string {
  const words = text.setup.texting.senders
  const shown = numberForPeople ?? words.service(name || from)
  const named = numberForPeople === null || name === '' ? shown : `${shown} · ${name}`
  return texts ? named : words.cannotText(named)
}

/** `ask` is null as long as there is nothing to sign in with. Answers about other credentials are forgotten. */
function useSenders(
  { accountSid, apiKey, authToken, baseUrl }: FormValues['texting'],
  onlyOne: (from: string) => void,
) {
  const credentials = JSON.stringify([accountSid, apiKey, authToken, baseUrl])
  const [answer, setAnswer] = useState<{ to: string; found: Sender[] | null; failure: string | null } | null>(null)
  const [asking, setAsking] = useState(false)
  const ask = async (): Promise<void> => {
    setAsking(true)
    const result = await api.request('texting:senders', {
      accountSid: accountSid.trim(),
      apiKey: apiKey.trim(),
      baseUrl: baseUrl.trim(),
      ...(authToken === '' ? {} : { authToken: authToken.trim() }),
    })
    setAsking(false)
    if (!result.ok) {
      const { message, remedy } = result.failure
      setAnswer({ to: credentials, found: null, failure: `${message} ${remedy ?? ''}`.trim() })
      return
    }
    const { senders } = result.value
    const able = senders.filter(({ texts, numberForPeople }) => texts && numberForPeople !== null)
    const [only] = able
    setAnswer({ to: credentials, found: senders, failure: null })
    if (only && able.length === 1) onlyOne(writtenOf(only))
  }
  const current = answer?.to === credentials ? answer : null
  return {
    found: current?.found ?? null,
    failure: current?.failure ?? null,
    asking,
    ask: accountSid.trim() === '' ? null : () => void ask(),
  }
}
