import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/en.ts'

const words = text.setup.phone.encryption

/** The phone system shows another certificate than the trusted one: both, to compare, and the way to trust the new one. */
export function CertificateChanged({ trusted, shown }: { trusted: string | null; shown: string }) {
  const run = useWindow((state) => state.run)
  const refreshSettings = useWindow((state) => state.refreshSettings)
  const trust = async (): Promise<void> => {
    if (await run('phone-system:trust', { fingerprint: shown })) await refreshSettings()
  }
  return (
    <section className="certificate-changed" role="alert">
      <strong>{words.changed}</strong>
      <p>{words.changedHelp}</p>
      <dl>
        <dt>{words.trustedOne}</dt>
        <dd className="fingerprint selectable">{trusted}</dd>
        <dt>{words.shownOne}</dt>
        <dd className="fingerprint selectable">{shown}</dd>
      </dl>
      <Button onPress={() => void trust()}>{words.trust}</Button>
    </section>
  )
}
