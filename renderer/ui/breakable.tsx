import { Fragment } from 'react'

/** What has no blanks, such as `192.0.2.57/255.255.255.255`: it may break after each `after`, and is copied as it is. */
export function Breakable({ children, after }: { children: string; after: string }) {
  return children.split(after).map((part, at, parts) => (
    // Parts have no other name than their place.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      {part}
      {at < parts.length - 1 ? (
        <>
          {after}
          <wbr />
        </>
      ) : null}
    </Fragment>
  ))
}
