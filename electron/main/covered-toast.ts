/** A toast as it is shown while the window is locked: that something came, and nothing of whom or what. */
import { words } from '../contract/text/index.ts'
import type { Toast } from './notifications.ts'
import type { ShownKind } from './toast-choices.ts'

/** One of a kind at a time; a click still leads where it would, once Ringback is open. */
export function covered(kind: ShownKind, { click, gone, silent }: Toast): Toast {
  return {
    title: words.lock.toasts[kind],
    body: words.lock.toastBody,
    place: `locked ${kind}`,
    ...(gone ? { gone } : {}),
    ...(silent ? { silent } : {}),
    click,
  }
}
