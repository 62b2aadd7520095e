import { dayNumber, isoDate } from '#app/kernel/clock/iso-date.ts'
import type { RegisterRecord, StoredPerson } from '#db/store.ts'

import type { City } from './city.ts'
import { identityNumber } from './identity-number.ts'

type Data = RegisterRecord['data']

/** People of the demonstration at a turn of their lives, with all that the registers hold on them. All invented. */
export function addLifeEvents(city: City, today: string): void {
  const teller = new Teller(city, today)
  parents(teller)
  founder(teller)
  pensioner(teller)
  lowIncome(teller)
}

/** Numbers well apart from those of the other citizens. */
const FIRST_ORDER = 900

class Teller {
  readonly today: string
  private readonly city: City
  private order = FIRST_ORDER

  constructor(city: City, today: string) {
    this.city = city
    this.today = today
  }

  day(days: number): string {
    return isoDate(dayNumber(this.today) + days)
  }

  person(key: string | null, name: string, birth: string, more: Data): StoredPerson {
    this.order += 1
    const subject = identityNumber(birth, this.order)
    const person: StoredPerson = { id: `citizen-${this.order}`, kind: 'citizen', name, subject, companies: [], desks: [], demo: key }
    this.city.newcomers.push(person)
    const phone = `1990001${String(this.order).padStart(4, '0')}`
    const data = { full_name: name, identity_number: subject, birth_date: birth, phone, home_address: '清河市桂花巷12号3幢602室', ethnicity: '汉族', identity_valid_until: this.day(2500), ...more }
    this.hold('population', 'person', person, data)
    return person
  }

  hold(register: string, entity: string, on: StoredPerson, data: Data, key = '1'): void {
    this.city.records.push({ register, entity, subject: on.subject ?? '', key, data, asOf: this.day(-30), validUntil: null })
  }
}

/** A daughter six weeks old: everything the newborn's application needs is held somewhere. */
function parents(teller: Teller): void {
  const mother = teller.person('parent', '李婷', '1993-05-17', { sex: 'female', district: 'old_town' })
  const father = teller.person(null, '周浩', '1991-08-02', { sex: 'male', district: 'old_town' })
  const birth = { birth_certificate_number: 'Q330000417', child_name: '周沐晴', child_sex: 'female', child_birth_date: teller.day(-42), child_surname_of: 'father', birth_order: 1, hospital: '清河市妇幼保健院', mother_name: '李婷', simple_entry_until: teller.day(-42 + 2190) }
  for (const [one, other] of [[mother, father], [father, mother]] as const) {
    teller.hold('civil_affairs', 'marriage', one, { marriage_certificate_number: 'J330000-2019-000871', spouse_identity_number: other.subject })
    teller.hold('health', 'birth', one, birth, 'Q330000417')
    teller.hold('population', 'registered_household', one, { address: '清河市桂花巷12号3幢602室', number: '0041877', head: '周浩', type: 'family', open: true }, '1')
    teller.hold('population', 'registered_household', one, { address: '清河市文澜路88号2幢1101室', number: '0039120', head: '周国平', type: 'family', open: true }, '2')
    teller.hold('health', 'vaccination_clinic', one, { name: '老城街道社区卫生服务中心' }, '1')
    teller.hold('health', 'vaccination_clinic', one, { name: '文澜社区卫生服务站' }, '2')
    teller.hold('medical_insurance', 'delivery', one, { bill_number: 'ZY2026-118204', kind: 'natural' })
    teller.hold('social_insurance', 'card', one, { bank_account: '清河银行 6217 **** **** 4418' })
  }
  teller.hold('medical_insurance', 'maternity', mother, { months_paid: 52 })
}

/** Has two places to choose from, and nothing that stands in the way. */
function founder(teller: Teller): void {
  const person = teller.person('founder', '吴迪', '1990-03-29', { sex: 'male', district: 'north_bank' })
  teller.hold('cadastre', 'holding', person, { address: '清河市创新大道16号B座905室', floor_area: 86, use: 'business' }, '1')
  teller.hold('cadastre', 'holding', person, { address: '清河市桂花巷5号1幢301室', floor_area: 64, use: 'residential' }, '2')
}

/** Worked since 1988 and reached pension age: the file has to be looked at. */
function pensioner(teller: Teller): void {
  const person = teller.person('pensioner', '孙桂英', '1971-10-20', { sex: 'female', district: 'south_bank' })
  teller.hold('social_insurance', 'pension', person, { pension_age_on: teller.day(30), opens_on: teller.day(-30), paid_months: 402, first_employed_on: '1988-07-01', last_employer: '清河市第二纺织厂', savings: 9_640_000, records_agree: true })
  teller.hold('social_insurance', 'archive', person, { place: 'social_security' })
  teller.hold('social_insurance', 'card', person, { bank_account: '清河银行 6217 **** **** 0963' })
  teller.hold('medical_insurance', 'account', person, { paid_months: 318, own_costs: 0 })
  teller.hold('housing_fund', 'account', person, { balance: 4_218_000 })
}

/** Lives alone on little: the registers know it before the clerk does. */
function lowIncome(teller: Teller): void {
  const person = teller.person('low_income', '郑阿福', '1968-01-11', { sex: 'male', district: 'old_town' })
  teller.hold('population', 'household', person, { size: 1 })
  teller.hold('disabled_federation', 'card', person, { grade: 'grade_2' })
  teller.hold('tax', 'income', person, { monthly_wages: 40_000 })
  teller.hold('traffic', 'vehicles', person, { owned: 0 })
  teller.hold('cadastre', 'homes', person, { owned: 1 })
  teller.hold('medical_insurance', 'account', person, { paid_months: 96, own_costs: 620_000 })
  teller.hold('social_insurance', 'card', person, { bank_account: '清河银行 6217 **** **** 7705' })
}
