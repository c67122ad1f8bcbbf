/** What the engine's commands may ask and do: each finds its part here by what it wants of it. */
import type { EngineContext } from './commands.ts'
import { inboxPath } from './engine-options.ts'
import type { EngineOptions } from './engine-options.ts'
import type { EngineParts } from './engine-parts.ts'
import { stopForNow } from './followup/stop-for-now.ts'
import { sentence } from './inbox/call-sentence.ts'
import { readSection } from './settings/settings.ts'

export function commandContext(options: EngineOptions, parts: EngineParts): EngineContext {
  const { clock, logger } = options
  const { store, secrets, health, invalidations, dispatcher, gateway, texting, phones } = parts
  const surroundings = () => dispatcher.surroundings()
  return {
    store,
    clock,
    logger,
    inboxFile: inboxPath(options),
    secrets,
    sentence,
    ...parts.undo,
    health: () => health.now(),

    automation: parts.automation,
    surroundings,
    stopFollowUp: (work, id) => stopForNow(work, id, clock.now(), surroundings),

    gateway: () => gateway.current(),
    gatewayFor: async (settings) => gateway.build(settings, (await readSection(store.db, 'business')).country),
    regate: () => texting.renewGateway(),
    retryTexting: () => texting.retry(),

    callBack: parts.callBack,
    live: phones.numbers,
    liveCalls: () => phones.calls(),
    livePartyOf: (linkedid) => phones.partyOf(linkedid),
    deskPhones: () => phones.phones(),
    tryPhoneSystem: () => phones.tryNow(),
    reconnect: () => phones.connect(),
    strangeFingerprint: () => phones.strangeFingerprint(),
    parties: parts.book,

    importer: parts.importer,
    eraser: parts.eraser,
    keepingChanged: () => parts.retention.start(),

    tagsChanged: () => invalidations.tags(),
    settingsChanged: () => invalidations.settings(),
    linesChanged: () => invalidations.lines(),
    watchOnlyChanged: () => invalidations.watchOnly(),
  }
}
