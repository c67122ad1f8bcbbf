import { Heading } from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogTrouble } from '../../ui/dialog-trouble.tsx'

/** Asks whether all that is picked out shall get no more texts, and says what that means. */
export function NoTextsDialog() {
  const asked = useWindow((state) => state.askingNoTexts)
  const askNoTexts = useWindow((state) => state.askNoTexts)
  const stopTexts = useWindow((state) => state.stopTexts)
  const { title, body, back, already, yes, no } = text.inbox.askNoTexts
  return (
    <AskDialog isOpen={asked !== null} onClose={() => askNoTexts(false)}>
      {asked ? (
        <>
          <Heading slot="title">{title(asked.contactIds.length)}</Heading>
          <p>{body}</p>
          <p>{back}</p>
          {asked.already > 0 ? <p className="help">{already(asked.already)}</p> : null}
          <DialogTrouble />
          <footer>
            <Button onPress={() => askNoTexts(false)}>{no}</Button>
            <Button look="main" onPress={() => void stopTexts()}>
              {yes}
            </Button>
          </footer>
        </>
      ) : null}
    </AskDialog>
  )
}
