import { buildCalendar, type Calendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { readDefinition } from '#app/kernel/definition/read-definition.ts'
import type { Concept, Surroundings } from '#app/kernel/definition/surroundings.ts'

/** Monday to Friday, all of 2026 and 2027, no holidays: so that tests can count on their fingers. */
export const plainCalendar: Calendar = buildCalendar({
  calendar: 'plain',
  version: 1,
  zone: 'Asia/Shanghai',
  covers: { from: '2026-01-01', to: '2027-12-31' },
  weekend: ['sat', 'sun'],
  holidays: [],
  makeup: [],
  source: 'tests',
})

/** Epoch ms of a moment in the city: `at('2026-03-02', '09:00')`. */
export const at = (date: string, time = '09:00'): number => Date.parse(`${date}T${time}:00+08:00`)

const concept = (name: string, type: Concept['type']): Concept => ({ name, type, classification: 'internal' })
const title = concept('title', { type: 'text', maxLength: 500 })
const remark = concept('remark', { type: 'text', maxLength: 500 })
const size = concept('size', { type: 'integer', min: 0, max: 1000 })
const kind = concept('kind', { type: 'choice', of: ['small', 'large'] })
const danger = concept('danger', { type: 'choice', of: ['low', 'high'] })
const debt = concept('debt', { type: 'money', max: 1_000_000 })
const plan = concept('plan', { type: 'file', accept: ['pdf', 'png', 'jpeg'], maxBytes: 10_000_000 })
const verdict = concept('verdict', { type: 'choice', of: ['fit', 'unfit'] })
const district = concept('district', { type: 'choice', of: ['north', 'south'] })

export const trialSurroundings: Surroundings = {
  departments: {
    lead: { roles: ['clerk', 'head'], regions: [] },
    fire: { roles: ['reviewer', 'inspector'], regions: [] },
    food: { roles: ['reviewer', 'inspector'], regions: [] },
    signs: { roles: ['reviewer'], regions: [] },
    towns: { roles: ['surveyor'], regions: ['north', 'south'] },
  },
  posts: null,
  services: {},
  concepts: { title, remark, size, kind, danger, debt, plan, verdict, district },
  registers: {
    people: {
      id: 'people',
      owner: 'lead',
      refreshed: 'daily',
      url: null,
      addresses: [],
      entities: {
        person: { name: 'person', subject: 'person', many: false, fields: { name: title, debt, verdict } },
        permit: { name: 'permit', subject: 'person', many: true, fields: { kind, size } },
      },
    },
  },
}

/** A service with everything in it: parallel reviews, a merged return, a joint visit, four eyes, a fee, a wait. */
export const trialSource = {
  service: 'trial',
  version: 1,
  lead: 'lead',
  for: 'person',
  theme: 'trial',
  icon: 'star',
  legal: 'Trial Act art. 1',
  limit: '40wd',
  promise: '20wd',
  guarantee: { trips: 0, site_visits: 1, returns: 1 },
  data: {
    name: { from: 'people.person.name' },
    debt: { from: 'people.person.debt' },
    verdict: { from: 'people.person.verdict', optional: true },
    kind: { ask: 'choice', of: ['small', 'large'] },
    size: { ask: 'integer', range: [1, 500] },
    plan: { ask: 'file', accept: ['pdf', 'png'], seen_by: ['fire', 'food'] },
    sign: { ask: 'text', concept: 'remark', optional: true },
    danger: { set_by: 'fire_review', ask: 'choice', of: ['low', 'high'] },
  },
  requires: [{ when: 'debt < 1000000', reason: 'in_debt' }],
  flow: [
    {
      stage: 'examine',
      returns: { to: 'applicant', merge: true, max: 1, within: '10wd', clock: 'stopped', else: 'lapsed' },
      do: [
        { task: 'acceptance', by: 'lead.clerk', within: '1wd', outcomes: ['accept', 'return'], silence: 'accept', reasons: { return: ['incomplete'] } },
        {
          parallel: [
            { task: 'food_review', when: 'kind = "large"', by: 'food.reviewer', within: '4wd', outcomes: ['ok', 'object', 'return'], reasons: { object: ['bad'], return: ['unreadable'] } },
            { task: 'fire_review', by: 'fire.reviewer', within: '4wd', sets: ['danger'], outcomes: ['ok', 'return'], reasons: { return: ['unreadable'] } },
          ],
        },
      ],
    },
    { task: 'visit', when: 'danger = "high" or size > 50', by: { all: ['food.inspector', 'fire.inspector'] }, counts: { site_visits: 1 }, within: '5wd', outcomes: ['pass', 'fail'], reasons: { fail: ['defects'] } },
    { wait: 'exam', when: 'verdict = null', for: 'record', record: 'people.person', within: '20wd', else: 'lapsed' },
    { task: 'decision', by: 'lead.head', not_by: ['acceptance'], within: '1wd', outcomes: ['approve', 'refuse'], reasons: { refuse: ['unsafe'] } },
    {
      choose: [
        {
          when: 'decision = "approve"',
          do: [
            { wait: 'fee', for: 'payment', amount: 'debt', payee: 'lead', legal: 'Fees Act', within: '10wd', else: 'lapsed' },
            { auto: 'issue', makes: { certificate: 'permit', shows: ['name', 'size'], valid: '3y', record: 'people.permit' } },
            { end: 'granted' },
          ],
        },
        { else: null, do: [{ auto: 'refuse', makes: { letter: 'refusal' } }, { end: 'refused' }] },
      ],
    },
  ],
  on: { withdraw: { by: 'applicant', before: 'decision', end: 'withdrawn' } },
}

/** A definition from a source like `trialSource`; throws with the problems when it is not sound. */
export function buildDefinition(overrides: Record<string, unknown> = {}, surroundings: Surroundings = trialSurroundings): Definition {
  const read = readDefinition({ ...trialSource, ...overrides }, surroundings)
  if (!read.ok) throw new Error(read.problems.map((problem) => `${problem.path.join('.')}: ${problem.message}`).join('\n'))
  return { ...read.definition, hash: 'trial' }
}
