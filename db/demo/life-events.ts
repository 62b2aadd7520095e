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
  const driver = city.people.find((person) => person.demo === 'driver')
  if (driver) childOf(teller, driver)
}

/** Numbers well apart from those of the other citizens. */
const FIRST_ORDER = 900

const HOME = '清河市桂花巷12号3幢602室'

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
    const data = { full_name: name, identity_number: subject, birth_date: birth, phone, home_address: HOME, ethnicity: '汉族', identity_valid_until: this.day(2500), ...more }
    this.hold('population', 'person', person, data)
    return person
  }

  hold(register: string, entity: string, on: StoredPerson | string, data: Data, key = '1'): void {
    const subject = typeof on === 'string' ? on : (on.subject ?? '')
    this.city.records.push({ register, entity, subject, key, data, asOf: this.day(-30), validUntil: null, standing: 'valid' })
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

/** Has reserved a name, signed two labour contracts and two places to choose from; nothing stands in the way. */
function founder(teller: Teller): void {
  const person = teller.person('founder', '吴迪', '1990-03-29', { sex: 'male', district: 'north_bank' })
  teller.hold('cadastre', 'holding', person, { address: '清河市创新大道16号B座905室', floor_area: 86, use: 'business' }, '1')
  teller.hold('cadastre', 'holding', person, { address: '清河市桂花巷5号1幢301室', floor_area: 64, use: 'residential' }, '2')
  const plan = { scope: '文具、纸制品批发零售；图文设计', capital: 50_000_000, representative: person.name }
  teller.hold('companies', 'name_reservation', person, { name: '清河市晨光纸品有限公司', reserved_until: teller.day(40), ...plan })
  teller.hold('social_insurance', 'workforce', person, { contracts: 2 })
  const terms = { starts_on: teller.day(14), until: teller.day(14 + 3 * 365) }
  const hired = (data: Data, key: string) => teller.hold('social_insurance', 'contract', person, { ...data, ...terms }, key)
  hired({ employee_name: '唐瑜', employee_identity_number: identityNumber('1992-02-02', 951), monthly_wage: 800_000, position: '设计师' }, '1')
  hired({ employee_name: '钱波', employee_identity_number: identityNumber('1988-03-03', 952), monthly_wage: 650_000, position: '仓库管理员' }, '2')
  bankPlaces(teller, person)
}

function bankPlaces(teller: Teller, person: StoredPerson): void {
  const places = [[7, '9:30', '老城支行', '清河市文昌街18号'], [8, '14:00', '老城支行', '清河市文昌街18号'], [9, '10:30', '北岸支行', '清河市临江大道200号']] as const
  places.forEach(([days, time, branch, branch_address], i) => {
    const on = teller.day(days)
    const [, month, day] = on.split('-').map(Number)
    teller.hold('banking', 'free_slot', person, { slot: `${month}月${day}日 ${time}，${branch}`, on, branch, branch_address }, String(i + 1))
  })
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

/** A son of nine who draws the mobility award: a parent may apply for his badge. */
function childOf(teller: Teller, father: StoredPerson): void {
  const home = '清河市文澜路21号1幢402室'
  const mother = teller.person(null, '方芸', '1981-12-05', { sex: 'female', district: 'old_town', home_address: home })
  const born = `${Number(teller.today.slice(0, 4)) - 9}-01-15`
  const number = identityNumber(born, 999)
  const child = { child_name: '陈牧野', child_identity_number: number, child_sex: 'male', child_birth_date: born, birth_order: 1, household_address: home }
  for (const [one, other] of [[father, mother], [mother, father]] as const) {
    teller.hold('civil_affairs', 'marriage', one, { marriage_certificate_number: 'J330000-2012-000316', spouse_identity_number: other.subject })
    teller.hold('population', 'child', one, { certificate_number: `HK-${number.slice(6, 14)}-01`, issued_on: born, ...child })
  }
  const person = { full_name: child.child_name, identity_number: number, birth_date: born, home_address: home, sex: 'male', district: 'old_town', ethnicity: '汉族', identity_valid_until: teller.day(900) }
  teller.hold('population', 'person', number, person)
  teller.hold('welfare', 'benefit', number, { mobility_award: 'enhanced' })
  teller.hold('disabled_federation', 'card', number, { number: `${number}42`, grade: 'grade_2', kind: 'physical' })
  teller.hold('health', 'mobility', number, { walking_distance: 30, walking_aid: 'wheelchair', examined_on: teller.day(-60), hospital: '清河市康复医院' })
}

/** Lives alone on little: the registers know it before the clerk does. Also has a parking badge that runs out soon. */
function lowIncome(teller: Teller): void {
  const person = teller.person('low_income', '郑阿福', '1968-01-11', { sex: 'male', district: 'old_town' })
  teller.hold('population', 'household', person, { size: 1 })
  teller.hold('disabled_federation', 'card', person, { number: `${person.subject}42`, grade: 'grade_2', kind: 'physical' })
  teller.hold('health', 'mobility', person, { walking_distance: 40, walking_aid: 'stick', examined_on: teller.day(-200), hospital: '清河市康复医院' })
  teller.hold('welfare', 'benefit', person, { mobility_award: 'enhanced' })
  teller.hold('tax', 'income', person, { monthly_wages: 40_000 })
  teller.hold('traffic', 'vehicles', person, { owned: 0 })
  teller.hold('cadastre', 'homes', person, { owned: 1 })
  teller.hold('medical_insurance', 'account', person, { paid_months: 96, own_costs: 620_000 })
  teller.hold('social_insurance', 'card', person, { bank_account: '清河银行 6217 **** **** 7705' })
}
