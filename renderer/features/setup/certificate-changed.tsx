import { useWindow } from '../../store/window-store.ts'
import { Breakable } from '../../ui/breakable.tsx'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import './certificate.css'

/** The phone system shows another certificate than the trusted one: both, to compare, and the way to trust the new one. */
export function CertificateChanged({ trusted, shown }: { trusted: string | null; shown: string }) {
  const run = useWindow((state) => state.run)
  const refreshSettings = useWindow((state) => state.refreshSettings)
  const trust = async (): Promise<void> => {
    if (await run('phone-system:trust', { fingerprint: shown })) await refreshSettings()
  }
  return (
    <section className="certificate-changed" role="alert">
      <strong>{text.setup.phone.encryption.changed}</strong>
      <p>{text.setup.phone.encryption.changedHelp}</p>
      <dl>
        <dt>{text.setup.phone.encryption.trustedOne}</dt>
        <dd className="fingerprint selectable">
          {trusted === null ? null : <Breakable after=":">{trusted}</Breakable>}
        </dd>
        <dt>{text.setup.phone.encryption.shownOne}</dt>
        <dd className="fingerprint selectable">
          <Breakable after=":">{shown}</Breakable>
        </dd>
      </dl>
      <Button onPress={() => void trust()}>{text.setup.phone.encryption.trust}</Button>
    </section>
  )
}
