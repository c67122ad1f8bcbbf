/** The refusals that the stand-in knows, with the HTTP status each comes with. Codes as in Twilio's documentation. */
import type { Reply } from './reply.ts'

const refusals: Record<number, { status: number; message: string }> = {
  20001: { status: 400, message: 'Invalid parameter' },
  20003: { status: 401, message: 'Authenticate' },
  20004: { status: 405, message: 'Method not allowed' },
  20404: { status: 404, message: 'The requested resource was not found' },
  20429: { status: 429, message: 'Too Many Requests' },
  20500: { status: 500, message: 'Internal Server Error' },
  20503: { status: 503, message: 'Service Unavailable' },
  21211: { status: 400, message: "Invalid 'To' Phone Number" },
  21212: { status: 400, message: "Invalid 'From' Phone Number" },
  21408: { status: 400, message: 'Permission to send an SMS has not been enabled for the region' },
  21602: { status: 400, message: 'Message body is required.' },
  21603: { status: 400, message: "A 'From' or 'MessagingServiceSid' is required" },
  21604: { status: 400, message: "A 'To' phone number is required." },
  21606: { status: 400, message: "The 'From' number is not a message-capable number of this account." },
  21608: { status: 400, message: 'The number is unverified. Trial accounts cannot send messages to it.' },
  21610: { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  21611: { status: 429, message: "This 'From' number has exceeded the maximum number of queued messages" },
  21612: { status: 400, message: "Message cannot be sent with this 'To' and 'From' combination" },
  21614: { status: 400, message: "'To' number is not a valid mobile number" },
  21617: { status: 400, message: 'The concatenated message body exceeds the 1600 character limit' },
  21701: { status: 400, message: 'The Messaging Service does not exist' },
  70051: { status: 401, message: 'Authorization failed' },
}

/** The answer that goes with a code; a code that is not listed is an ordinary 400. */
export function refusal(code: number): Reply {
  const { status, message } = refusals[code] ?? { status: 400, message: `Refused with ${code}` }
  const body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }
  return { status, body, headers: status === 401 ? { 'www-authenticate': 'Basic realm="Twilio API"' } : {} }
}
