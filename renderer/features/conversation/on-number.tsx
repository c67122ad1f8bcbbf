/** On which number of a person who has several something happened. */
export function OnNumber({ children }: { children: string }) {
  return (
    <span className="on-number">
      <bdi>{children}</bdi>
    </span>
  )
}
