/**
 * telephony tells what went wrong by a code, and in English, for logs and terminals. Another language words the codes;
 * one that it does not know is shown as telephony said it.
 */
export interface Telephony {
  /** By Twilio's error codes. */
  twilio: Record<string, [message: string, remedy: string]>
}

export const telephony: Telephony = { twilio: {} }
