import { isoDate, dayNumber } from '#app/kernel/clock/iso-date.ts'
import type { RegisterRecord, StoredPerson } from '#db/store.ts'

import { creditCode } from './credit-code.ts'
import type { Dice } from './dice.ts'
import { identityNumber } from './identity-number.ts'
import { addLifeEvents } from './life-events.ts'
import { address, companyName, personName, phone, premises } from './names.ts'

/** Everybody in Qinghe, and what the registers hold on them. All invented. */
export type City = {
  /** Those whose applications of the past months are lived through. */
  people: StoredPerson[]
  /** Those at a turn of their lives, who have not applied yet. */
  newcomers: StoredPerson[]
  records: RegisterRecord[]
}

const CITIZENS = 320
const COMPANIES = 130

/** @param today YYYY-MM-DD: licences expire and exams were taken around it */
export function buildCity(dice: Dice, today: string): City {
  const city: City = { people: [], newcomers: [], records: [] }
  const born = () => `${dice.between(1948, 2004)}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`
  for (let i = 0; i < CITIZENS; i += 1) {
    const demo = demoCitizens[i]
    const name = demo?.name ?? personName(dice)
    const birth = demo?.birth ?? born()
    const person = citizen(i, name, identityNumber(birth, i), demo?.key ?? null)
    city.people.push(person)
    addPersonRecords(city, dice, person, birth, i, today, demo?.licence ?? (dice.often(0.35) ? { days: dice.between(10, 80) } : dice.often(0.6) ? { days: dice.between(200, 3000) } : null))
    const awarded = demo?.award ?? dice.often(0.15)
    if (awarded) add(city, 'welfare', 'benefit', person, { mobility_award: demo?.award ?? (dice.often(0.75) ? 'enhanced' : 'standard') }, today)
    if (awarded || i % 9 === 4) addDisability(city, person, i, today)
  }
  for (let i = 0; i < COMPANIES; i += 1) addCompany(city, dice, i, today)
  addLifeEvents(city, today)
  return city
}

type DemoCitizen = { key: string; name: string; birth: string; award?: 'enhanced' | 'standard'; licence: { days: number; unpaid?: number; fines?: number } | null }

/** Those who can be chosen at the demonstration's sign-in, first; two companies belong to the restaurateur. */
const demoCitizens: readonly DemoCitizen[] = [
  { key: 'restaurateur', name: '林晓燕', birth: '1986-04-12', licence: null },
  { key: 'driver', name: '陈志远', birth: '1979-09-03', licence: { days: 45 } },
  { key: 'offender', name: '马国强', birth: '1983-02-21', licence: { days: 30, unpaid: 1, fines: 20000 } },
  { key: 'badge_record', name: '王秀兰', birth: '1951-11-08', award: 'enhanced', licence: null },
  { key: 'badge_assessed', name: '赵建华', birth: '1964-06-30', licence: null },
]

const citizen = (order: number, name: string, subject: string, demo: string | null): StoredPerson => ({
  id: `citizen-${String(order).padStart(4, '0')}`,
  kind: 'citizen',
  name,
  subject,
  companies: [],
  desks: [],
  demo,
})

function add(city: City, register: string, entity: string, subject: StoredPerson | string, data: RegisterRecord['data'], asOf: string, key = '1'): void {
  const on = typeof subject === 'string' ? subject : (subject.subject ?? '')
  city.records.push({ register, entity, subject: on, key, data, asOf, validUntil: null, standing: 'valid' })
}

const daysFrom = (date: string, days: number): string => isoDate(dayNumber(date) + days)

/** Told by turns, not by dice. */
const inThePopulation = (order: number, today: string): RegisterRecord['data'] => ({
  sex: order % 2 === 0 ? 'female' : 'male',
  district: ['north_bank', 'old_town', 'south_bank'][order % 3] ?? 'old_town',
  ethnicity: '汉族',
  identity_valid_until: daysFrom(today, 400 + order),
})

function addPersonRecords(city: City, dice: Dice, person: StoredPerson, birth: string, order: number, today: string, licence: DemoCitizen['licence']): void {
  const data = { full_name: person.name, identity_number: person.subject, birth_date: birth, phone: phone(dice), home_address: address(dice), ...inThePopulation(order, today) }
  add(city, 'population', 'person', person, data, daysFrom(today, -dice.between(1, 700)))
  if (!licence) return
  const until = daysFrom(today, licence.days)
  add(
    city,
    'traffic',
    'licence',
    person,
    { licence_number: person.subject, licence_class: dice.pick(['c1', 'c1', 'c2', 'b2']), valid_until: until, renewal_opens_on: daysFrom(until, -90), issued_on: daysFrom(until, -3650) },
    daysFrom(until, -3650),
  )
  const unpaid = licence.unpaid ?? (person.demo === null && dice.often(0.12) ? 1 : 0)
  const fines = licence.fines ?? unpaid * dice.pick([10000, 20000])
  add(city, 'traffic', 'offences', person, { points: dice.between(0, 9), unpaid, fines_due: fines }, today)
  // Hospitals have sent most exams; of some the portal still has to hear.
  if (person.demo !== null || dice.often(0.8)) add(city, 'health', 'driver_exam', person, { result: dice.often(0.97) || person.demo ? 'fit' : 'unfit', issued_on: daysFrom(today, -20) }, daysFrom(today, -20))
}

/** Those who draw the mobility award, and some who have not applied for it: a card, and what a hospital found. */
function addDisability(city: City, person: StoredPerson, order: number, today: string): void {
  const turn = <T>(from: readonly [T, ...T[]]): T => from[order % from.length] ?? from[0]
  const card = { grade: turn(['grade_3', 'grade_2', 'grade_4', 'grade_1']), kind: turn(['physical', 'sight', 'multiple']) }
  add(city, 'disabled_federation', 'card', person, { number: `${person.subject}4${1 + (order % 4)}`, ...card }, daysFrom(today, -900 - order))
  const on = daysFrom(today, -20 - order)
  const found = { walking_distance: 20 + ((order * 37) % 180), walking_aid: turn(['stick', 'frame', 'none', 'wheelchair']) }
  add(city, 'health', 'mobility', person, { ...found, examined_on: on, hospital: turn(['清河市第一医院', '清河市康复医院']) }, on)
}

function addCompany(city: City, dice: Dice, order: number, today: string): void {
  const owner = city.people[order < 2 ? 0 : 5 + order]
  if (!owner) return
  const code = creditCode(1000 + order)
  const name = order === 0 ? '清河市林家小馆餐饮有限公司' : order === 1 ? '清河市溪畔茶餐厅' : companyName(dice, order)
  owner.companies = [...owner.companies, { code, name }]
  const status = order > 5 && dice.often(0.04) ? 'suspended' : 'active'
  const scope = name.includes('贸易') ? '日用百货、食品销售' : name.includes('科技') ? '软件开发、技术服务' : '餐饮服务、食品销售'
  const entered = { business_scope: scope, registered_capital: (1 + (order % 20)) * 10_000_000 }
  const since = daysFrom(today, -dice.between(30, 2000))
  const company = { name, credit_code: code, status, legal_representative: owner.name, representative_number: owner.subject, ...entered }
  const units = order === 0 ? 2 : dice.between(1, 2)
  for (let unit = 1; unit <= units; unit += 1) {
    const place = { address: premises(dice), floor_area: dice.between(40, 420) }
    add(city, 'cadastre', 'unit', code, { ...place, ...inTheLandRegister(order, unit) }, daysFrom(today, -dice.between(30, 2000)), String(unit))
  }
  const seat = city.records.find((record) => record.subject === code && record.entity === 'unit')?.data.address ?? null
  add(city, 'companies', 'company', code, { ...company, address: seat }, since)
  addSupplies(city, code, order, today)
}

const inTheLandRegister = (order: number, unit: number): RegisterRecord['data'] => ({
  property_number: `清不动产权第${String(2_000_000 + order * 10 + unit)}号`,
  use: 'business',
  tenure: order % 3 === 1 ? 'owned' : 'rented',
  storey: 1,
  fire_acceptance: `清消验〔${2012 + (order % 12)}〕${String(100 + order)}号`,
})

/** The gas that is laid on, and staff who may work with food. */
function addSupplies(city: City, code: string, order: number, today: string): void {
  const piped = order % 3 !== 2
  add(city, 'utilities', 'gas', code, { connection: piped ? 'piped' : 'bottled', contract_number: `QR${String(70_000 + order)}` }, daysFrom(today, -10))
  add(city, 'health', 'food_workers', code, { certified: 3 + (order % 9), valid_until: daysFrom(today, 30 + ((order * 7) % 300)) }, daysFrom(today, -1))
}
