/** The pictures of a text: their list, the redirect to where they lie, and what lies there. */
import { crc32, deflateSync } from 'node:zlib'
import { refusal } from './refusal.ts'
import { json } from './reply.ts'
import type { Reply } from './reply.ts'
import { fixedSid, onePage, rfc2822 } from './resource.ts'
import type { StoredMessage } from './resource.ts'

/** Answers GET …/Messages/{sid}/Media.json. */
export function listMedia(message: StoredMessage, accountSid: string, now: number): Reply {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}/Media`
  const media = now < message.mediaListedAt ? [] : message.media
  return json(200, {
    ...onePage(`${uri}.json`, media.length),
    media_list: media.map((_type, index) => mediaResource(message, accountSid, index)),
  })
}

/** Answers GET …/Messages/{sid}/Media/{sid}.json. */
export function oneMedia(message: StoredMessage, accountSid: string, sid: string): Reply {
  const index = message.media.findIndex((_type, place) => mediaSid(message, place) === sid)
  return index < 0 ? refusal(20404) : json(200, mediaResource(message, accountSid, index))
}

/** Answers GET …/Messages/{sid}/Media/{sid}: it lies on another server, which here is the same by another name. */
export function whereMediaLies(message: StoredMessage, sid: string, port: string): Reply {
  if (!message.media.some((_type, index) => mediaSid(message, index) === sid)) return refusal(20404)
  const headers = { location: `http://localhost:${port}/cdn/${message.sid}/${sid}` }
  return { status: 307, body: '', headers }
}

/** Answers GET /cdn/…. As such servers do, it refuses those who show credentials that are not its own. */
export function mediaFile(messages: readonly StoredMessage[], path: string, authorization: string): Reply {
  if (authorization !== '') return { status: 400, body: 'Only one way to sign in is allowed' }
  const [, , messageSid, sid] = path.split('/')
  const message = messages.find((each) => each.sid === messageSid)
  const index = message?.media.findIndex((_type, place) => mediaSid(message, place) === sid) ?? -1
  const contentType = message?.media[index]
  if (!message || contentType === undefined) return { status: 404, body: 'Not found' }
  const body = message.mediaBytes > 0 ? Buffer.alloc(message.mediaBytes) : picture(index)
  return { status: 200, body, headers: { 'content-type': contentType } }
}

function mediaResource(message: StoredMessage, accountSid: string, index: number) {
  const sid = mediaSid(message, index)
  return {
    account_sid: accountSid,
    content_type: message.media[index] ?? '',
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.createdAt),
    parent_sid: message.sid,
    sid,
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}/Media/${sid}.json`,
  }
}

function mediaSid(message: StoredMessage, index: number): string {
  return fixedSid('ME', `${message.sid} ${index}`)
}

/** A PNG of 240 × 160 points with a slope of colour, another one for each `index`. */
function picture(index: number): Buffer {
  const [width, height] = [240, 160]
  const rows = Buffer.concat(
    Array.from({ length: height }, (_row, y) =>
      Buffer.from([0, ...Array.from({ length: width }, (_point, x) => [x, y, (index * 90 + 80) % 256]).flat()]),
    ),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, check])
}
