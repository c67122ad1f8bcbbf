import { CallBackCard } from '../call-back/call-back-card.tsx'
import { ChoosePhone } from '../call-back/choose-phone.tsx'
import { NoTextsDialog } from '../inbox/no-texts-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'

/** What stands over the pages when it is asked for. */
export function LaterParts() {
  return (
    <>
      <CallBackCard />
      <ChoosePhone />
      <NoTextsDialog />
      <KeysDialog />
      <Palette />
    </>
  )
}
