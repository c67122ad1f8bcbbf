/** Puts a text on the clipboard. The app refuses most web permissions, perhaps this one too; the old way needs none. */
export async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    const holder = document.createElement('textarea')
    holder.value = value
    holder.className = 'off-screen'
    document.body.append(holder)
    holder.select()
    const copied = document.execCommand('copy')
    holder.remove()
    return copied
  }
}
