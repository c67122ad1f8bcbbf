import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wish } from './wish.ts'

const out = `
STOP
stop
Stop.
“Stop”
STOP!!!
ＳＴＯＰ
Stop 🛑
STOPALL
stop all
Unsubscribe
CANCEL
End
quit
REVOKE
OptOut
opt-out
Opt out
STOP please
please stop
Stop, thanks
please stop texting me
Stop texting me!!
stop sending me these messages
Quit texting this number
can everyone just stop messaging me
stop sending these
stop contacting me
Stop bothering me please
don't text me
Do not text me again
dont message me anymore
Please do not contact this number again
never text me again.
I don't want any more texts
I do not want to receive texts
I don't want your messages
no more texts please
no texts please
Remove me from your list
please remove my number
take me off this list
Take my number off your list
delete my number
lose my number
I want to opt out
opt me out please
unsubscribe me
leave me alone
wrong number
Sorry, wrong number
You have the wrong number
you've got the wrong person
quita mi número
Quiten mi numero por favor
bórrenme de su lista
elimine mi número
saquenme de la lista
No me manden más mensajes
no me escriban
por favor no me envíe más textos
Ya no me manden mensajes
no quiero más mensajes
No quiero recibir sus mensajes
no más mensajes
deje de mandarme mensajes
dejen de escribirme
déjenme en paz
quiero darme de baja
dame de baja
número equivocado
ALTO
basta
Parar
BAJA`

const notOut = `
don't stop by before 3
can't stop laughing
I can't stop laughing at that
I need to cancel my appointment
Can I cancel for tomorrow?
please cancel my order
Can I stop by at 3?
I'll stop in tomorrow
we will stop over on Friday
is there a bus stop near you
what time does it end
the weekend works
Yes please
start at 9 works
I quit my job so I lost insurance
Please text me the address
no worries
I sent the wrong size
para cuando es la cita
no puedo parar de reir
baja presión arterial tengo
thanks, that will help
do you take my insurance
take me on Friday please
can you drop me off at noon
How do I get there?
Don't worry about it
end of the week?
alto voltaje en mi casa
`

const ask = `
cancel please
not interested
Don't text me the address, email it
I gave you the wrong number, it is 530 555 0102
stop that
`

const list = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

describe('what words ask of us', () => {
  test.each(list(out))('"%s" is an opt-out', (body) => {
    expect(wish(body)).toBe('out')
  })

  test.each(list(notOut))('"%s" asks nothing', (body) => {
    expect(wish(body)).toBeNull()
  })

  test.each(list(ask))('"%s" is put before staff', (body) => {
    expect(wish(body)).toBe('ask')
  })

  test.each(['START', 'start.', 'Unstop', 'UNSTOP please'])('"%s" asks for texts again', (body) => {
    expect(wish(body)).toBe('in')
  })

  test('a bare YES opens nothing', () => {
    expect(wish('YES')).toBeNull()
  })

  test.each(['HELP', 'help!', 'Info', 'Ayuda'])('"%s" asks for help', (body) => {
    expect(wish(body)).toBe('help')
  })

  test('a keyword is a keyword whatever case, blanks and punctuation stand around it', () => {
    const around = fc.stringMatching(/^[\s.,!?"'()*-]{0,5}$/)
    fc.assert(
      fc.property(around, fc.constantFrom('stop', 'Unsubscribe', 'QUIT', 'End', 'optout'), around, (a, word, b) => {
        expect(wish(a + word + b)).toBe('out')
      }),
    )
  })

  test('nothing that people write breaks it, however long', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (body) => void wish(body)))
    const began = performance.now()
    wish('stop '.repeat(100_000))
    wish(`no quiero ${'mas '.repeat(100_000)}`)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
