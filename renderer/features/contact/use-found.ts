import { useEffect, useState } from 'react'
import type { ContactFound } from '../../../electron/contract/contacts.ts'
import { api } from '../../api/ringback.ts'

/** What the engine finds, in step with what is typed; null until the first answer. */
export function useFound(except: string | null, query: string): ContactFound[] | null {
  const [found, setFound] = useState<ContactFound[] | null>(null)
  useEffect(() => {
    let current = true
    void api.request('contacts:find', { except, query }).then((result) => {
      if (current) setFound(result.ok ? result.value.contacts : [])
    })
    return () => {
      current = false
    }
  }, [except, query])
  return found
}
