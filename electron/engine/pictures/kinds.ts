/** The kinds of pictures that the window can show, told by their first bytes and not by what somebody calls them. */

const kinds: { ending: string; is: (bytes: Buffer) => boolean }[] = [
  { ending: 'jpg', is: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { ending: 'png', is: (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) },
  { ending: 'gif', is: (bytes) => bytes.toString('latin1', 0, 4) === 'GIF8' },
  {
    ending: 'webp',
    is: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
]

/** The ending of a file with these bytes; null when the window cannot show them. */
export function endingFor(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 12))
  return kinds.find(({ is }) => is(start))?.ending ?? null
}

/** True where the provider calls it a picture of whatever kind. */
export function isPicture(contentType: string): boolean {
  return /^image\//i.test(contentType)
}
