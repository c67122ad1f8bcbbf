/** Everything that can be done, as data: the keyboard, the list of keys (`?`) and that of all commands (Ctrl-K) are drawn from it. */
import { text } from '../text/index.ts'
import { nameOf } from '../store/conversation-slice.ts'
import { rowOf } from '../store/inbox-slice.ts'
import { callsInSight, waitingAmong } from '../store/live-slice.ts'
import type { WindowState } from '../store/slice.ts'
import { backToList, onePane } from './back-to-list.ts'
import type { WindowCommand } from './command.ts'
import { arrowInList, focusedConversation, focusOnceDrawn, focusPlace } from './focus.ts'
import { buttonsInSight } from './in-sight.ts'
import { keylessCommands } from './keyless-commands.ts'

const inInbox = (state: WindowState): boolean => state.setup === null && state.page === 'inbox'
const withConversation = (state: WindowState): boolean => inInbox(state) && state.openId !== null
const atCalls = (state: WindowState): boolean => state.setup === null && state.page === 'calls'
/** A call is looked at whose caller has a number. */
const withCall = (state: WindowState): boolean => atCalls(state) && state.callStory?.call.callable === true
const isPicking = (state: WindowState): boolean => inInbox(state) && state.marked.size > 0
const focusWithin = (selector: string): boolean => document.activeElement?.closest(selector) != null
/** Whether Escape is for what is picked out; within the list it is React Aria's. */
const pickingBar = (state: WindowState): boolean =>
  isPicking(state) && (focusWithin('.bulk-bar') || document.activeElement === document.body)
/** Whether Escape is for the call that is looked at. */
const callBeside = (state: WindowState): boolean =>
  atCalls(state) && state.openCallId !== null && !focusWithin('[role="dialog"], .call-filters input')
/** Whether Escape is for the details of a narrow window. Fields there take their own back by it. */
const detailsBeside = (state: WindowState): boolean =>
  state.contactShown &&
  matchMedia('(width < 1180px)').matches &&
  !focusWithin(':is(.contact, .list-pane) :is(input, textarea)')
const ready = (state: WindowState): boolean => state.setup === null
/** The focus is in the field, empty now, that a text has just left which has not gone yet. */
const textJustLeft = ({ undoable, openId }: WindowState): boolean => {
  const field = document.activeElement
  const deed = undoable.at(-1)
  const isEmpty = field instanceof HTMLTextAreaElement && field.id === 'composer' && field.value === ''
  return isEmpty && deed !== undefined && 'messageId' in deed && deed.conversationId === openId
}

export const windowCommands: readonly WindowCommand[] = [
  {
    id: 'next',
    keys: ['j'],
    label: () => text.keys.next,
    group: 'move',
    when: (state) => inInbox(state) || atCalls(state),
    run: (state) => {
      if (arrowInList(1, { onlyFocus: isPicking(state) })) return
      if (atCalls(state)) focusPlace('call-list')
      else state.openNeighbour(1)
    },
  },
  {
    id: 'previous',
    keys: ['k'],
    label: () => text.keys.previous,
    group: 'move',
    when: (state) => inInbox(state) || atCalls(state),
    run: (state) => {
      if (arrowInList(-1, { onlyFocus: isPicking(state) })) return
      if (atCalls(state)) focusPlace('call-list')
      else state.openNeighbour(-1)
    },
  },
  {
    id: 'leave',
    keyOnly: true,
    keys: ['Escape'],
    whileTyping: true,
    label: () => text.keys.leave,
    group: 'move',
    when: (state) =>
      callBeside(state) ||
      pickingBar(state) ||
      (withConversation(state) &&
        (detailsBeside(state) || onePane() || focusWithin('#conversation-pane')) &&
        // From within an item of the time line it leads back to the item first (use-one-tab-stop).
        !focusWithin('[data-list-open], .note-edit, .timeline .item *')),
    run: (state) => {
      if (callBeside(state)) {
        focusPlace('call-list')
        state.openCall(null)
        return
      }
      if (pickingBar(state)) {
        focusPlace('conversation-list')
        state.unmark()
        return
      }
      if (state.find !== null) {
        state.closeFind()
        focusPlace('composer')
        return
      }
      if (!detailsBeside(state)) {
        backToList(state)
        return
      }
      // What had the focus there goes with it.
      if (focusWithin('.contact')) focusPlace('conversation-pane')
      state.showContact(false)
    },
  },
  {
    id: 'done',
    keys: ['e'],
    label: () => text.keys.done,
    group: 'act',
    when: (state) => withConversation(state) || isPicking(state),
    run: (state) => {
      const { detail, markDone, reopen, changeMarked } = state
      if (isPicking(state)) void changeMarked('done')
      else if (detail) void (detail.state === 'done' ? reopen(detail.id) : markDone(detail.id))
    },
  },
  {
    id: 'mark',
    keys: ['x'],
    label: () => text.keys.mark,
    group: 'act',
    when: inInbox,
    run: (state) => {
      const id = focusedConversation() ?? (state.openId === null ? null : rowOf(state, state.openId))
      if (id !== null) state.toggleMark(id)
    },
  },
  {
    id: 'unread',
    keys: ['u'],
    label: () => text.keys.unread,
    group: 'act',
    when: (state) => withConversation(state) || isPicking(state),
    run: ({ toggleUnread }) => void toggleUnread(),
  },
  {
    id: 'reply',
    keys: ['r'],
    label: () => text.keys.reply,
    group: 'act',
    when: withConversation,
    run: ({ openId, writeNote }) => {
      if (openId !== null) focusOnceDrawn('composer', () => writeNote(openId, false))
    },
  },
  {
    id: 'note',
    keys: ['n'],
    label: () => text.keys.note,
    group: 'act',
    when: withConversation,
    run: ({ openId, writeNote }) => {
      if (openId !== null) focusOnceDrawn('composer', () => writeNote(openId, true))
    },
  },
  {
    id: 'find-here',
    keys: ['Mod+f'],
    label: () => text.keys.findHere,
    group: 'find',
    when: withConversation,
    run: ({ openFind }) => openFind(),
  },
  {
    id: 'call-back',
    keys: ['c'],
    label: () => text.keys.callBack,
    group: 'act',
    when: (state) => withConversation(state) || withCall(state),
    run: ({ page, openId, openCallId, startCallBack }) => {
      if (page === 'calls' && openCallId !== null) void startCallBack({ callId: openCallId })
      else if (openId !== null) void startCallBack({ conversationId: openId })
    },
  },
  {
    id: 'booked',
    keys: ['b'],
    label: () => text.keys.booked,
    group: 'act',
    when: withConversation,
    run: ({ detail, markBooked }) => {
      if (detail) void markBooked(detail.id, nameOf(detail.contact))
    },
  },
  {
    id: 'open-caller',
    keys: ['o'],
    label: () => text.keys.openCaller,
    group: 'act',
    when: (state) => ready(state) && waitingAmong(callsInSight(state)).some(({ openable }) => openable),
    run: ({ openCaller }) => void openCaller(),
  },
  {
    id: 'undo',
    keys: ['Mod+z'],
    label: () => text.keys.undo,
    group: 'act',
    // In a field it takes back what was typed there, as everywhere; in that of a text that was just sent, the text.
    when: (state) =>
      focusWithin('input, textarea, [contenteditable]') ? textJustLeft(state) : state.undoable.length > 0,
    run: ({ undoLast }) => undoLast(),
  },
  {
    id: 'search',
    keys: ['/'],
    label: () => text.keys.search,
    group: 'find',
    when: ready,
    run: ({ showPage }) => focusOnceDrawn('search-box', () => showPage('inbox')),
  },
  {
    id: 'lock',
    keys: ['Mod+l'],
    label: () => text.lock.now,
    group: 'act',
    when: (state) => state.lock === 'open',
    run: (state) => state.lockNow(),
  },
  {
    id: 'help',
    keys: ['?', 'Mod+/'],
    label: () => text.keys.help,
    group: 'find',
    run: (state) => state.showKeys(true),
  },
  {
    id: 'palette',
    keys: ['Mod+k'],
    keyOnly: true,
    label: () => text.keys.palette,
    group: 'find',
    // What can be done is what could be before the list has the focus.
    run: (state) => {
      const possible = possibleCommands(state)
      const labels = possible.map(({ label }) => label())
      state.openPalette(
        possible.map(({ id }) => id),
        buttonsInSight(labels),
      )
    },
  },
  ...keylessCommands,
]

/** What can be chosen from the list of all commands now. */
function possibleCommands(state: WindowState): WindowCommand[] {
  return windowCommands.filter((command) => command.keyOnly !== true && (command.when?.(state) ?? true))
}
