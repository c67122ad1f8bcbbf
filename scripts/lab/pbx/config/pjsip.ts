import { sipPort } from '../addresses.ts'
import { textContext } from '../../../../telephony/sms/asterisk/dialplan.ts'
import { deskPhones, insideContext, unpluggedPhone } from '../office.ts'
import type { PbxPlan } from './plan.ts'

/** Trunk and desk phones. Whoever calls is known by the address, so that nobody needs to register or sign in. */
export function pjsipConf({ addresses, office }: PbxPlan): string {
  const media = `disallow=all
allow=ulaw
direct_media=no
media_address=${addresses.pbx}
bind_rtp_to_media_address=yes
dtmf_mode=info`

  const party = (name: string, address: string, contact: string | null, settings: string) => `
[${name}]
type=endpoint
aors=${name}
${settings}
${media}

[${name}]
type=aor
max_contacts=1
${contact === null ? '' : `contact=sip:${contact}:${sipPort}`}

[${name}]
type=identify
endpoint=${name}
match=${address}
`
  // Like a provider that is trusted to say who calls, and whether the caller withholds the number.
  const trunk = `context=from-trunk
message_context=${textContext}
trust_id_inbound=yes`
  const phone = (extension: string) => `context=${insideContext(office)}
callerid=<${extension}>
call_group=1
pickup_group=1
allow_transfer=yes`

  return `[loopback]
type=transport
protocol=udp
bind=${addresses.pbx}:${sipPort}
${party('trunk', addresses.trunk, addresses.trunk, trunk)}${deskPhones
    .map((extension) => {
      const address = addresses.phone(extension)
      const contact = extension === unpluggedPhone ? null : `${extension}@${address}`
      return party(extension, address, contact, phone(extension))
    })
    .join('')}`
}
