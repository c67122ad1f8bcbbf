/** Fetches what is still missing of one text's pictures. */
import type { Kysely } from 'kysely'
import type { Pictures } from '../../../telephony/sms/gateway.ts'
import type { Database } from '../store/schema.ts'
import { endingFor, isPicture } from './kinds.ts'
import { putPicture } from './shelf.ts'

/** The most a picture may have (Twilio's own limit for what carriers send). */
const mostBytes = 5 * 1024 * 1024

export type PictureProblem = 'kind' | 'too-large' | 'gone'

/** A picture that is settled: it lies in `file`, or `problem` says why not. */
export interface Settled {
  id: string
  place: number
  file: string | null
  problem: PictureProblem | null
}

/**
 * Calls `settled` for each picture of the text that is not known yet, in order, and tells how many the provider lists.
 * Throws `GatewayError`, or what the disk says.
 */
export async function fetchPictures(
  text: { messageId: string; providerId: string },
  from: { db: Kysely<Database>; pictures: Pictures; folder: string },
  settled: (picture: Settled) => Promise<void>,
): Promise<number> {
  const { db, pictures, folder } = from
  const listed = await pictures.list(text.providerId)
  const rows = await db.selectFrom('picture').select('id').where('message_id', '=', text.messageId).execute()
  const known = new Set(rows.map(({ id }) => id))
  for (const [place, { id, contentType }] of listed.entries()) {
    if (known.has(id)) continue
    const answer = isPicture(contentType)
      ? await pictures.fetch(text.providerId, id, mostBytes)
      : ({ end: 'fetched', contentType, bytes: new Uint8Array() } as const)
    const ending = answer.end === 'fetched' ? endingFor(answer.bytes) : null
    if (answer.end === 'fetched' && ending !== null) {
      await settled({ id, place, file: await putPicture(folder, id, ending, answer.bytes), problem: null })
    } else {
      await settled({ id, place, file: null, problem: answer.end === 'fetched' ? 'kind' : answer.end })
    }
  }
  return listed.length
}
