/** Contacts of the generated inbox: numbers that nobody has, names of many kinds. */
import { parseNumber } from '../../../telephony/phone-number.ts'
import type { Random } from '../../torture/random.ts'

/**
 * `count` different numbers (E.164) of the exchange 555, which no subscriber has: 01xx of it is kept for stories, the
 * rest is out of use. There are 1000 in each area code that gives numbers out.
 */
export function numbersOfNobody(count: number): string[] {
  const found: string[] = []
  for (let last = 0; last < 1000; last += 1) {
    for (const area of areas()) {
      if (found.length === count) return found
      found.push(`+1${area}555${String(last).padStart(4, '0')}`)
    }
  }
  throw new Error(`There are not ${count} numbers`)
}

let known: number[] | null = null

function areas(): number[] {
  known ??= Array.from({ length: 790 }, (_, index) => 200 + index).filter((area) => {
    const parsed = parseNumber(`+1${area}5550100`, 'US')
    return parsed.ok && parsed.country === 'US' && parsed.kind !== 'toll-free'
  })
  return known
}

const first = [
  'Maria José Luis Ana Carlos Sofía Miguel Lucía Andrés Ximena Begoña Iñaki James Mary Robert Patricia John Jennifer',
  'Michael Linda David Elizabeth Pat Kim Wei Nguyen Priya Arjun Fatima Omar Yuki Olga Zoë Søren Chloé Jürgen Łukasz',
  'Dana Sam Alex Robin Jordan Casey Riley Quinn Avery Drew Jamie Skyler Noor Ingrid Mateo Valentina Thiago Camila',
].flatMap((names) => names.split(' '))
const last = [
  'García Martínez López Hernández González Pérez Sánchez Ramírez Núñez Ibáñez Ortiz Smith Johnson Williams Brown Jones',
  'Miller Davis Wilson Anderson Taylor Lee Day Chen Tran Patel Khan Haddad Tanaka Ivanova O’Connor Müller Dvořák',
  'Adeyemi Okafor Kowalski Fontaine Castellanos Whitfield Abernathy Montgomery Underhill Lindqvist Baptiste Moreau',
].flatMap((names) => names.split(' '))
/** Names that a list must survive. */
const unusual = [
  'محمد الأحمد',
  'דוד כהן',
  '王小明',
  'Мария Иванова',
  '😀 Bob 🦷',
  '<b>Bobby</b>',
  'AVERYLONGNAMEWITHOUTASPACE'.repeat(4),
  'Wireless Caller',
]

/** A name, or null: about a third of all callers has none. */
export function nameOf(random: Random): string | null {
  if (random.chance(0.3)) return null
  if (random.chance(0.002)) return random.pick(unusual)
  const name = `${random.pick(first)} ${random.pick(last)}`
  return random.chance(0.15) ? `${name} ${random.pick(last)}` : name
}
