/** Tags: words that staff put on contacts to find them again. */

/** The window has a light and a dark shade of each. */
export const tagColours = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const
export type TagColour = (typeof tagColours)[number]

/** Characters of a tag's name. */
export const longestTagName = 40

export interface TagView {
  id: string
  name: string
  colour: TagColour
}

/** Which contacts one tag was put on, or taken from. */
export interface TaggedContacts {
  tagId: string
  contactIds: string[]
}

/** What really changed, as `contacts:undo-tag` wants it. */
export interface TagChanges {
  added: TaggedContacts[]
  removed: TaggedContacts[]
}
