import { useEffect, useState } from 'react'
import { Label, RadioGroup } from 'react-aria-components'
import type { CommandOutput } from '../../../electron/contract/commands.ts'
import { api } from '../../api/ringback.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { Choice } from '../../ui/choice.tsx'
import type { TextingFieldsProps } from './twilio-fields.tsx'

const styles = ['plus', 'digits'] as const

/** What it takes to text through the office's own phone system. */
export function OwnSystemFields({ values, edit, problem, system }: TextingFieldsProps & { system: OwnSystem | null }) {
  const { from, trunk, numbers } = values
  const trunks = system?.trunks ?? []
  return (
    <>
      <Field
        label={text.setup.texting.from}
        value={from}
        onChange={(value) => edit({ from: value })}
        problem={problem('from')}
        help={text.setup.texting.own.fromHelp}
        inputMode="tel"
      />
      <Field
        label={text.setup.texting.own.trunk}
        value={trunk}
        onChange={(value) => edit({ trunk: value })}
        problem={problem('trunk')}
        help={trunks.length === 0 ? text.setup.texting.own.trunkHelp : text.setup.texting.own.trunksSeen(trunks)}
        placeholder={trunks[0] ?? 'PJSIP/trunk'}
      />
      <RadioGroup
        className="answers"
        value={numbers}
        onChange={(value) => edit({ numbers: styles.find((one) => one === value) ?? 'plus' })}
      >
        <Label>{text.setup.texting.own.numbers}</Label>
        {styles.map((style) => (
          <Choice key={style} value={style}>
            {text.setup.texting.own.styles[style]}
          </Choice>
        ))}
      </RadioGroup>
    </>
  )
}

type OwnSystem = CommandOutput<'texting:own-system'>

/** Trunks that are known, and the dialplan that texts need; null until the engine has said. */
export function useOwnSystem(): OwnSystem | null {
  const [system, setSystem] = useState<OwnSystem | null>(null)
  useEffect(() => {
    void api.request('texting:own-system', undefined).then((result) => {
      if (result.ok) setSystem(result.value)
    })
  }, [])
  return system
}

/** What the one who looks after the phone system has to add there, and what such texts cannot do. */
export function OwnSystemHelp({ system }: { system: OwnSystem | null }) {
  return (
    <>
      <section className="check-card">
        <h3>{text.setup.texting.own.limits}</h3>
        {text.setup.texting.own.limitList.map((limit) => (
          <p key={limit} className="help">
            {limit}
          </p>
        ))}
      </section>
      {system ? (
        <section className="check-card">
          <h3>
            {text.setup.texting.own.forPerson}
            <CopyButton value={system.dialplan} />
          </h3>
          <ol className="where">
            {text.setup.texting.own.steps(system.context).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <pre className="selectable lines">
            {system.dialplan.split('\n').map((line, number) => (
              <span key={`${number} ${line}`}>{line}</span>
            ))}
          </pre>
        </section>
      ) : null}
    </>
  )
}
