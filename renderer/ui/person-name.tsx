/** A name or number that somebody else chose: shown as text in its own direction, never as markup. */
export function PersonName({ children, className = '' }: { children: string; className?: string }) {
  return (
    <bdi className={`theirs ${className}`} dir="auto">
      {children}
    </bdi>
  )
}
