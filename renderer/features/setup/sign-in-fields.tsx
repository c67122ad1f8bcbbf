import { useState } from 'react'
import type { FormValues } from '../../store/forms-slice.ts'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { makePassword } from './manager-conf.ts'
import { SecretField } from './secret-field.tsx'

interface SignInFieldsProps {
  values: FormValues['phone']
  edit: (change: Partial<FormValues['phone']>) => void
  problem: (field: 'username' | 'password') => string | null
  /** A password is kept for this place already. */
  keepsPassword: boolean
}

/** As whom Ringback signs in to the phone system. */
export function SignInFields({ values, edit, problem, keepsPassword }: SignInFieldsProps) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <Field
        label={text.setup.phone.user}
        value={values.username}
        onChange={(value) => edit({ username: value })}
        problem={problem('username')}
      />
      <SecretField
        label={text.setup.phone.password}
        value={values.password}
        onChange={(value) => edit({ password: value })}
        problem={problem('password')}
        stored={keepsPassword}
        shown={shown}
        onShow={setShown}
        make={makePassword}
      />
    </>
  )
}
