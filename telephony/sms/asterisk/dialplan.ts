/** What the office's dialplan must do with a text that comes in, and by which names Ringback finds it there. */

/** Where texts from the trunk arrive: `message_context` of its endpoint. */
export const textContext = 'ringback-texts'
/** The event that brings a text at once, without Asterisk's own `UserEvent` in front. */
export const textEvent = 'RingbackText'
/** Family in the phone system's own small database (AstDB), which its restart does not empty. */
export const storeFamily = 'ringback'
/** So many texts the phone system keeps; each new one takes the place of the oldest. */
export const kept = 1000

/**
 * The lines for extensions.conf. What somebody else wrote goes as Base64, which has neither commas nor line ends:
 * nothing in it can mean anything to the dialplan or to the manager interface. Each text is kept in the database, which
 * a user with `write = reporting` may read, and none ever needs to be deleted. Asterisk runs texts one after another, so
 * that counting them needs no lock.
 */
export function dialplanLines(): string[] {
  return [
    `[${textContext}]`,
    'exten => _[+0-9].,1,NoOp(A text for Ringback)',
    ` same => n,Set(N=$[0\${DB(${storeFamily}/last)} + 1])`,
    ' same => n,Set(ID=${EPOCH}-${N})',
    ' same => n,Set(FROM=${BASE64_ENCODE(${MESSAGE(from)})})',
    ' same => n,Set(TEXT=${BASE64_ENCODE(${MESSAGE(body)})})',
    ` same => n,Set(DB(${storeFamily}/$[\${N} % ${kept}])=\${ID}:\${FROM}:\${TEXT}:)`,
    ` same => n,Set(DB(${storeFamily}/last)=\${N})`,
    ` same => n,UserEvent(${textEvent},Id: \${ID},From: \${FROM},Text: \${TEXT})`,
    ' same => n,Hangup()',
  ]
}
