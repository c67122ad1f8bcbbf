import { useState } from 'react'
import { api } from '../../api/ringback.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import './look-for.css'

/** Looks where phone systems usually are. Only when it is pressed: it asks around in the office's network. */
export function LookFor({ onChosen }: { onChosen: (host: string) => void }) {
  const [looking, setLooking] = useState(false)
  const [hosts, setHosts] = useState<string[] | null>(null)
  const words = text.setup.phone.lookFor
  const look = async (): Promise<void> => {
    setLooking(true)
    const result = await api.request('phone-system:look-for', undefined)
    setLooking(false)
    setHosts(result.ok ? result.value.hosts : [])
  }
  return (
    <div className="look-for">
      <Button look="link" isPending={looking} onPress={() => void look()}>
        {looking ? words.looking : words.look}
      </Button>
      <div role="status">
        {hosts === null || looking ? null : hosts.length === 0 ? (
          <p className="help">{words.nothing}</p>
        ) : (
          <>
            <p className="help">{words.found}</p>
            {hosts.map((host) => (
              <Button key={host} size="small" onPress={() => onChosen(host)}>
                {host}
              </Button>
            ))}
          </>
        )}
      </div>
    </div>
  )
}
