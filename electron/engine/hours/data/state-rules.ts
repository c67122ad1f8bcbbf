/**
 * When American states let businesses text people, where that is stricter than the whole country's 8:00–21:00 in the
 * recipient's zone (47 CFR 64.1200(c)(1)). The rules are made for sales calls and texts; whether an answer to somebody's
 * own call is one is for lawyers, and this table errs on the side of silence. It is no legal advice.
 *
 * Edit by hand; times are local, `none` is a day without texts. Change `tableDate` with it. States that are missing
 * have nothing stricter.
 *
 * Sources, read on 2026-11-26. `statute`: the law's own words were read (lexace.ai, findlaw.com, rilin.state.ri.us,
 * reports on the enacted bill). `overview`: the hours are those of two published charts (dropcowboy.com/state-compliance
 * of 2025-11-01, blog.clickpointsoftware.com/telemarketing-calling-hours-by-state of 2025-07), of which the stricter
 * was taken where they differ; `law` is where the rule stands, not what was read. Holidays: dnc.com's restricted dates.
 */

export const tableDate = '2026-11-26'

export interface StateRule {
  state: string
  /** `HH:MM-HH:MM` or `none`. */
  weekdays: string
  saturday: string
  sunday: string
  /** On legal holidays; `usual`: as on any day. */
  holidays: string
  law: string
  basis: 'statute' | 'overview'
}

const daily = (state: string, hours: string, law: string, basis: StateRule['basis'] = 'overview'): StateRule => ({
  state,
  weekdays: hours,
  saturday: hours,
  sunday: hours,
  holidays: 'usual',
  law,
  basis,
})

export const stateRules: readonly StateRule[] = [
  {
    ...daily('AL', '08:00-20:00', 'Alabama Public Service Commission, Telephone Rules'),
    sunday: 'none',
    holidays: 'none',
  },
  daily('CT', '09:00-20:00', 'Conn. Gen. Stat. § 42-288a'),
  daily('FL', '08:00-20:00', 'Fla. Stat. § 501.616(6)(a)'),
  daily('IL', '09:00-21:00', '815 ILCS 413 and 305'),
  daily('KY', '10:00-21:00', 'Ky. Rev. Stat. § 367.46955'),
  {
    ...daily('LA', '08:00-20:00', 'La. Public Service Commission, General Order R-29617 § V(A)(2)', 'statute'),
    sunday: 'none',
    holidays: 'none',
  },
  daily('MD', '08:00-20:00', 'Md. Code, Com. Law, Title 14, Subtitle 45'),
  daily('MA', '08:00-20:00', 'Mass. Gen. Laws c. 159C § 3'),
  daily('MI', '09:00-21:00', 'Mich. Comp. Laws § 445.111a ff.'),
  daily('MN', '09:00-21:00', 'Minn. Stat. § 325E.30'),
  { ...daily('MS', '08:00-20:00', 'Miss. Code § 77-3-701 ff.'), sunday: 'none', holidays: 'none' },
  daily('NV', '09:00-20:00', 'Nev. Rev. Stat. § 598.0918'),
  daily('NM', '09:00-21:00', 'N.M. Stat. § 57-12-22'),
  daily('OK', '08:00-20:00', 'Okla. Stat. tit. 15, § 775C.4'),
  daily('OR', '08:00-20:00', 'Or. House Bill 3865 (2025), from 2026-01-01', 'statute'),
  { ...daily('PA', '08:00-21:00', '73 Pa. Stat. § 2245.2'), holidays: 'none' },
  {
    state: 'RI',
    weekdays: '09:00-18:00',
    saturday: '10:00-17:00',
    sunday: 'none',
    holidays: 'none',
    law: 'R.I. Gen. Laws §§ 5-61-2 and 5-61-3.6',
    basis: 'statute',
  },
  {
    ...daily('SD', '09:00-21:00', 'S.D. Codified Laws § 37-30-28 (“weekdays”)', 'statute'),
    saturday: 'none',
    sunday: 'none',
  },
  { ...daily('TX', '09:00-21:00', 'Tex. Bus. & Com. Code § 301.051'), sunday: '12:00-21:00' },
  { ...daily('UT', '08:00-21:00', 'Utah Code § 13-25a-103(3)', 'statute'), sunday: 'none', holidays: 'none' },
  daily('WA', '08:00-20:00', 'Wash. Rev. Code § 80.36.390'),
  daily('WY', '08:00-20:00', 'Wyo. Stat. § 40-12-301 ff.'),
]

/**
 * A holiday that comes every year: a day (`07-04`), a weekday of a month (`mon 3 01`: the third Monday of January; `-1`
 * is the last), or a distance from Easter Sunday in days (`easter -2`). A fixed one that falls on a weekend counts on
 * the neighbouring weekday too.
 */
export interface Holiday {
  name: string
  on: string
  /** Only there; left out: in all states that name holidays. */
  states?: readonly string[]
}

export const holidays: readonly Holiday[] = [
  { name: 'New Year’s Day', on: '01-01' },
  { name: 'Martin Luther King Jr. Day', on: 'mon 3 01' },
  { name: 'Presidents’ Day', on: 'mon 3 02' },
  { name: 'Memorial Day', on: 'mon -1 05' },
  { name: 'Juneteenth', on: '06-19' },
  { name: 'Independence Day', on: '07-04' },
  { name: 'Labor Day', on: 'mon 1 09' },
  { name: 'Columbus Day', on: 'mon 2 10' },
  { name: 'Veterans Day', on: '11-11' },
  { name: 'Thanksgiving', on: 'thu 4 11' },
  { name: 'Christmas Day', on: '12-25' },
  { name: 'Confederate Memorial Day', on: 'mon 4 04', states: ['AL'] },
  { name: 'Confederate Memorial Day', on: 'mon -1 04', states: ['MS'] },
  { name: 'Jefferson Davis’ Birthday', on: 'mon 1 06', states: ['AL'] },
  { name: 'Mardi Gras', on: 'easter -47', states: ['AL', 'LA'] },
  { name: 'Good Friday', on: 'easter -2', states: ['LA'] },
  { name: 'the day after Thanksgiving', on: 'thu 4 11 +1', states: ['LA'] },
  { name: 'Pioneer Day', on: '07-24', states: ['UT'] },
  { name: 'Victory Day', on: 'mon 2 08', states: ['RI'] },
]
