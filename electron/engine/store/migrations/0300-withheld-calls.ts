/** Calls with a withheld number, few among many, are gone through when a contact is erased (privacy/erase-sql.ts). */
export const id = 300
export const name = 'withheld-calls'

export const sql = `
CREATE INDEX call_withheld ON call (withheld, caller_number) WHERE withheld = 1;
`
