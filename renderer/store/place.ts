/** Where the user stood when the window was locked: its page is loaded anew then, and goes on there once it is open. */
import type { Page, SettingsSection } from './app-slice.ts'
import type { WindowState } from './slice.ts'

const key = 'ringback.place'

interface Place {
  page: Page
  settingsSection: SettingsSection
  openId: string | null
}

export function keepPlace({ page, settingsSection, openId }: Place): void {
  try {
    globalThis.sessionStorage?.setItem(key, JSON.stringify({ page, settingsSection, openId } satisfies Place))
  } catch {
    // Then it begins with the list.
  }
}

export function goBackToPlace({ openConversation, showPage, showSettings }: WindowState): void {
  let place: Place
  try {
    place = JSON.parse(globalThis.sessionStorage?.getItem(key) ?? '') as Place
    globalThis.sessionStorage?.removeItem(key)
  } catch {
    return
  }
  if (place.openId !== null) openConversation(place.openId)
  if (place.page === 'settings') showSettings(place.settingsSection)
  else showPage(place.page)
}
