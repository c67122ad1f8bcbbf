/** What would have been texted where calls are only watched ("Watch only"). */
export const id = 240
export const name = 'would-text'

export const sql = `
ALTER TABLE decision ADD COLUMN would_text TEXT;
`
