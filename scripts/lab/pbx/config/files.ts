import { selfSigned } from '../../../../telephony/ami/self-signed.ts'
import { dialplanLines } from '../../../../telephony/sms/asterisk/dialplan.ts'
import { extensionsConf } from './extensions.ts'
import { freepbxLikeExtensionsConf } from './freepbx-like.ts'
import { managerConf } from './manager.ts'
import { modulesConf } from './modules.ts'
import type { PbxPlan } from './plan.ts'
import { pjsipConf } from './pjsip.ts'
import {
  asteriskConf,
  cdrManagerConf,
  confbridgeConf,
  featuresConf,
  followMeConf,
  loggerConf,
  musicOnHoldConf,
  parkingConf,
  queuesConf,
  voicemailConf,
} from './services.ts'

/** All files of one lab's PBX, by their path in its home. */
export function configFiles(plan: PbxPlan): Record<string, string> {
  // Signed by nobody but itself, as PBXs make them.
  const { cert, key } = selfSigned('pbx.example')
  return {
    'asterisk.conf': asteriskConf(plan),
    'etc/asterisk.pem': cert + key,
    'etc/cdr_manager.conf': cdrManagerConf(),
    'etc/extensions.conf': `${plan.office === 'plain' ? extensionsConf(plan) : freepbxLikeExtensionsConf(plan)}\n${dialplanLines().join('\n')}\n`,
    'etc/confbridge.conf': confbridgeConf(),
    'etc/features.conf': featuresConf(),
    'etc/followme.conf': followMeConf(plan),
    'etc/logger.conf': loggerConf(),
    'etc/manager.conf': managerConf(plan),
    'etc/modules.conf': modulesConf(),
    'etc/musiconhold.conf': musicOnHoldConf(),
    'etc/pjsip.conf': pjsipConf(plan),
    'etc/queues.conf': queuesConf(plan),
    'etc/res_parking.conf': parkingConf(plan),
    'etc/voicemail.conf': voicemailConf(),
  }
}
