import { describe, expect, it, vi } from 'vitest'
import { fakeBridge } from './fake-bridge.ts'
import { createWindowStore } from './window-store.ts'

const store = () => createWindowStore(fakeBridge({}).bridge)
const messages = (of: ReturnType<typeof store>) => of.getState().notices.map(({ message }) => message)

describe('what was done and can be undone', () => {
  it('is taken back once, by the button or by the key, the latest first', () => {
    const window = store()
    const undone: string[] = []
    window.getState().tell('Kim marked done', () => undone.push('Kim'))
    window.getState().tell('Ben tagged', () => undone.push('Ben'))
    const [button] = window.getState().notices.map(({ undo }) => undo)

    window.getState().undoLast()
    button?.()
    button?.()
    window.getState().undoLast()

    expect(undone).toEqual(['Ben', 'Kim'])
    expect(messages(window)).toEqual([])
  })

  it('can be undone after its notice is gone, and then says what was', () => {
    const window = store()
    const undo = vi.fn()
    window.getState().tell('Kim marked done', undo)
    window.getState().dismiss(window.getState().notices[0]?.id ?? 0)

    window.getState().undoLast()

    expect(undo).toHaveBeenCalledOnce()
    expect(messages(window)).toEqual(['Undone: Kim marked done'])
  })

  it('is not what was only told', () => {
    const window = store()
    window.getState().tell('Saved')
    window.getState().undoLast()
    expect(messages(window)).toEqual(['Saved'])
  })
})
