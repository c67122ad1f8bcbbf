import { PhoneOutgoing } from 'lucide-react'
import type { CallBackTarget } from '../../store/call-back-slice.ts'
import { whyNoCallBack } from '../../store/call-back-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { text } from '../../text/index.ts'

interface CallBackButtonProps {
  target: CallBackTarget
  /** Who is called, for those who hear the button read out among many. */
  who?: string
  small?: boolean
  keyHint?: boolean
}

/** Calls somebody back; where that is not possible right now, it says why. */
export function CallBackButton({ target, who, small = false, keyHint = false }: CallBackButtonProps) {
  const reason = useWindow(whyNoCallBack)
  const start = useWindow((state) => state.startCallBack)
  return (
    <span {...(reason === null ? {} : { title: reason })}>
      <Button
        size={small ? 'small' : undefined}
        data-command="call-back"
        isDisabled={reason !== null}
        {...(who === undefined ? {} : { 'aria-label': text.callBack.callWho(who) })}
        onPress={() => void start(target)}
      >
        <PhoneOutgoing size={small ? 14 : 16} aria-hidden="true" />
        {who === undefined ? text.callBack.button : text.callBack.short}
        {keyHint ? <KeyHint>C</KeyHint> : null}
      </Button>
    </span>
  )
}

/** The reason beside a button that cannot be pressed, for those who never see a tooltip. */
export function WhyNoCallBack() {
  const reason = useWindow(whyNoCallBack)
  return reason === null ? null : <p className="help">{reason}</p>
}
