import { useEffect, useState } from 'react'
import { Dialog, Form, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import type { DeskPhone } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { DialogTrouble } from '../../ui/dialog-trouble.tsx'
import { text } from '../../text/index.ts'
import { PhoneChoice } from './phone-choice.tsx'

/** Asked once, when somebody is called back for the first time: which phone shall ring? */
export function ChoosePhone() {
  const asked = useWindow((state) => state.choosingPhoneFor !== null)
  const choose = useWindow((state) => state.choosePhone)
  return (
    <ModalOverlay
      className="overlay"
      isOpen={asked}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) void choose(null)
      }}
    >
      <Modal className="modal choose-phone">
        <Dialog>
          <Question />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Question() {
  const choose = useWindow((state) => state.choosePhone)
  const [phones, setPhones] = useState<DeskPhone[] | null>(null)
  const [phone, setPhone] = useState('')
  const [attempted, setAttempted] = useState(false)
  useEffect(() => {
    void api.request('call-back:choices', undefined).then((result) => setPhones(result.ok ? result.value.phones : []))
  }, [])
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        setAttempted(true)
        if (phone.trim() !== '') void choose(phone.trim())
      }}
    >
      <Heading slot="title">{text.callBack.whichPhone}</Heading>
      <p className="help">{text.callBack.whichPhoneLead}</p>
      {phones ? (
        <PhoneChoice
          phones={phones}
          value={phone}
          onChange={setPhone}
          problem={attempted && phone.trim() === '' ? text.callBack.chooseOne : null}
        />
      ) : null}
      <DialogTrouble />
      <footer>
        <Button onPress={() => void choose(null)}>{text.callBack.cancel}</Button>
        <Button look="main" type="submit">
          {text.callBack.chooseAndCall}
        </Button>
      </footer>
    </Form>
  )
}
