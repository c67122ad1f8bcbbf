/** Texts are known by the account that their provider's ids are from: two providers may count alike. */
export const id = 91
export const name = 'accounts'

export const sql = `
UPDATE message SET gateway = 'twilio:' || account.sid
FROM (
  SELECT json_extract(value, '$.accountSid') AS sid FROM setting WHERE name = 'texting'
) AS account
WHERE message.gateway = 'Twilio' AND account.sid != '';
UPDATE message SET gateway = 'demo' WHERE gateway = 'Demo';
`
