/** The window's requests about opening hours and quiet hours. */
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import type { hoursCommands as contract } from '../../contract/hours-commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import { isTimeZone } from '../settings/sections.ts'
import { saveSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import { stateRules, tableDate } from './data/state-rules.ts'
import { nextMorning, nextOpening, stateAt } from './opening-hours.ts'
import { stateName } from './whereabouts.ts'

export interface HoursContext {
  store: Store
  clock: Clock
  settingsChanged(): void
}

type HoursHandlers = {
  [N in keyof typeof contract]: (input: CommandArguments<N>, context: HoursContext) => Promise<Result<CommandOutput<N>>>
}

export const hoursCommands: HoursHandlers = {
  async 'settings:save-hours'({ timeZone, ...hours }, { store, clock, settingsChanged }) {
    if (!isTimeZone(timeZone)) return unknownZone()
    await store.write(async (work) => {
      await saveSection(work, 'hours', hours, clock.now())
      await saveSection(work, 'business', { timeZone }, clock.now())
    })
    settingsChanged()
    return ok(undefined)
  },

  async 'settings:save-quiet-hours'(input, { store, clock, settingsChanged }) {
    await store.write((work) => saveSection(work, 'quiet-hours', input, clock.now()))
    settingsChanged()
    return ok(undefined)
  },

  async 'hours:explain'(hours, { clock }) {
    if (!isTimeZone(hours.timeZone)) return unknownZone()
    const now = clock.now()
    return ok({
      state: stateAt(hours, now),
      opensAt: nextOpening(hours, now),
      morningAt: nextMorning(hours, now),
    })
  },

  async 'hours:states'() {
    const states = stateRules.map(({ state, weekdays, saturday, sunday, holidays, law }) => {
      return { name: stateName(state), weekdays, saturday, sunday, holidaysOff: holidays === 'none', law }
    })
    return ok({ madeOn: tableDate, states })
  },
}

const unknownZone = () => fail('bad-input', ...words.failures.badZone)
