/** How far replies were read is kept by account, too: the texts that another one had before are none of ours. */
export const id = 290
export const name = 'bookmarks'

export const sql = `
UPDATE setting SET name = 'replies.bookmark.twilio:' || account.sid || substr(setting.name, 24)
FROM (
  SELECT json_extract(value, '$.accountSid') AS sid FROM setting WHERE name = 'texting'
) AS account
WHERE setting.name GLOB 'replies.bookmark.Twilio.*' AND account.sid != '';
UPDATE setting SET name = 'replies.bookmark.demo' || substr(name, 22) WHERE name GLOB 'replies.bookmark.Demo.*';
`
