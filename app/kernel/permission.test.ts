import { describe, expect, test } from 'vitest'

import { citizen, file, Play, staff, stranger, trialAnswers, typed } from '#tests/factories/play.ts'

import { type Actor, system } from './case/actor.ts'
import type { CaseState } from './case/case-state.ts'
import type { DataField } from './definition/definition.ts'
import { heldDesks, may, type Wish } from './permission.ts'

/** Acceptance is done; the reviewer of food holds hers, that of fire has not been taken. Applied for the company C1. */
const played = new Play().submit().answer('anna', 'acceptance', 'accept').claim('fo', 'food_review')
const open: CaseState = stateOf(played)
const { data } = played.definition

function stateOf({ state, problem }: Play): CaseState {
  if (!state || problem) throw new Error(`the play went wrong: ${problem?.code}`)
  return { ...state, applicant: { ...state.applicant, company: 'C1', companyName: 'Li Na’s Noodles' } }
}

function fieldOf(name: string): DataField {
  const field = data[name]
  if (!field) throw new Error(`no field ${name}`)
  return field
}

const nobodyBeside = { extension: null, revocation: null, suspension: null }

const actors = {
  nobody: null,
  applicant: citizen,
  otherCitizen: { ...stranger, kind: 'citizen', companies: ['C2'] },
  partner: { kind: 'citizen', id: 'p3', name: 'Partner', companies: ['C2', 'C1'] },
  holder: staff('fo', 'food.reviewer'),
  colleague: staff('fo2', 'food.reviewer'),
  untaken: staff('fi', 'fire.reviewer'),
  before: staff('anna', 'lead.clerk'),
  otherDesk: staff('si', 'signs.reviewer'),
  manager: staff('boss', 'lead.manager'),
  steward: staff('sam', 'lead.steward'),
  otherSteward: staff('sue', 'food.steward'),
  deskless: staff('new'),
  system,
  register: { kind: 'register', id: 'people', name: 'people' },
} satisfies Record<string, Actor | null>
type Who = keyof typeof actors

const noStaffMarks = { ...fieldOf('plan'), name: 'mark', kind: 'question', optional: false, seenBy: ['signs'] } as DataField
const everyone: readonly Who[] = Object.keys(actors) as Who[]
const plan = { id: 'f1', owner: 'p1' }

const wishes: [string, Wish, readonly Who[]][] = [
  ['apply', { action: 'apply' }, ['applicant', 'otherCitizen', 'partner']],
  ['open the applicant’s draft', { action: 'open_draft', draft: { service: 'trial', company: null, behalf: null, person: 'p1' } }, ['applicant']],
  ['open a draft for the company', { action: 'open_draft', draft: { service: 'trial', company: 'someone else’s', behalf: null, person: 'p1' } }, []],
  ['open a draft on a child’s behalf', { action: 'open_draft', draft: { service: 'trial', company: null, behalf: { kind: 'person', subject: 'child', name: 'Child', mandate: 'm1' }, person: 'p1' } }, []],
  ['follow the case', { action: 'follow_case', case: open }, ['applicant', 'partner']],
  ['work at a desk', { action: 'work_at_desk' }, ['holder', 'colleague', 'untaken', 'before', 'otherDesk', 'steward', 'otherSteward']],
  ['see that there is the case', { action: 'see_case', case: open, definition: nobodyBeside }, ['holder', 'colleague', 'untaken', 'before']],
  ['read an answer for all desks', { action: 'read_answer', case: open, field: fieldOf('size') }, ['holder']],
  ['read a record’s value', { action: 'read_answer', case: open, field: fieldOf('name') }, ['holder']],
  ['read an answer for food and fire', { action: 'read_answer', case: open, field: fieldOf('plan') }, ['holder']],
  ['read an answer for signs only', { action: 'read_answer', case: open, field: noStaffMarks }, []],
  ['read a value that a desk sets', { action: 'read_answer', case: open, field: fieldOf('danger') }, ['holder']],
  ['read the case’s file', { action: 'read_file', file: plan, case: open, field: fieldOf('plan') }, ['applicant', 'partner', 'holder']],
  ['read a draft’s file', { action: 'read_file', file: plan, case: null, field: null }, ['applicant']],
  ['see the board', { action: 'see_board' }, ['manager']],
  ['look after a register', { action: 'steward_register', register: { owner: 'lead' } }, ['steward']],
]

describe.each(wishes)('to %s', (_, wish, granted) => {
  test.each(everyone)('is %s’s wish', (who) => expect(may(actors[who], wish)).toBe(granted.includes(who)))
})

describe('a held task', () => {
  test('shows what its department sees, and nothing of others', () => {
    const lead = stateOf(new Play().submit().claim('anna', 'acceptance'))
    expect(may(actors.before, { action: 'read_answer', case: lead, field: fieldOf('size') })).toBe(true)
    expect(may(actors.before, { action: 'read_answer', case: lead, field: fieldOf('plan') })).toBe(false)
    expect(may(actors.before, { action: 'read_file', file: plan, case: lead, field: fieldOf('plan') })).toBe(false)
  })

  test('is shown through the desk it is held for, not through the others its holder sits at', () => {
    const lead = stateOf(new Play().submit().claim('anna', 'acceptance'))
    const both = staff('anna', 'lead.clerk', 'fire.reviewer')
    expect(heldDesks(lead, both)).toEqual(['lead.clerk'])
    expect(may(both, { action: 'read_answer', case: lead, field: fieldOf('plan') })).toBe(false)
  })

  test('shows nothing once it is given back or answered', () => {
    const back = stateOf(release(new Play().submit().answer('anna', 'acceptance', 'accept').claim('fo', 'food_review')))
    const done = stateOf(new Play().submit().answer('anna', 'acceptance', 'accept').answer('fo', 'food_review', 'ok'))
    for (const state of [back, done]) expect(may(actors.holder, { action: 'read_answer', case: state, field: fieldOf('size') })).toBe(false)
  })

  test('counts for who holds it as staff, not for a citizen of the same id', () => {
    expect(may({ kind: 'citizen', id: 'fo', name: 'fo', companies: [] }, { action: 'read_answer', case: open, field: fieldOf('size') })).toBe(false)
  })
})

function release(play: Play): Play {
  return play.give(staff('fo', 'food.reviewer'), { type: 'release', ...play.ref('food_review') })
}

describe('beside the flow', () => {
  const definition = { extension: { by: 'lead.head', span: { amount: 5, unit: 'wd' as const }, reasons: ['opinion'] }, revocation: { by: 'lead.director', reasons: ['false'] }, suspension: { by: 'lead.inspector', reasons: ['inquiry'] } }
  const sees = (desk: string, end: CaseState['end']) => may(staff('x', desk), { action: 'see_case', case: { ...open, end }, definition })

  test('the desk that can set a result aside sees the case once it was granted', () => {
    expect([sees('lead.inspector', null), sees('lead.inspector', 'granted'), sees('lead.inspector', 'revoked'), sees('lead.inspector', 'refused')]).toEqual([false, true, true, false])
  })

  test('the desk that can give more time sees a case while it is open', () => {
    expect([sees('lead.head', null), sees('lead.head', 'granted'), sees('lead.head', 'refused')]).toEqual([true, false, false])
  })

  test('the desk that can take a result back sees what was granted, also afterwards', () => {
    expect([sees('lead.director', null), sees('lead.director', 'granted'), sees('lead.director', 'revoked'), sees('lead.director', 'refused')]).toEqual([false, true, true, false])
  })

  test('neither reads what the applicant gave', () => {
    for (const desk of ['lead.head', 'lead.director']) expect(may(staff('x', desk), { action: 'read_answer', case: open, field: fieldOf('size') })).toBe(false)
  })
})

describe('after the case has ended', () => {
  const withdrawn = stateOf(new Play().submit().answer('anna', 'acceptance', 'accept').claim('fo', 'food_review').give(citizen, { type: 'withdraw', note: '' }))

  test('no desk reads answers or files, not even who held a task then', () => {
    expect(withdrawn.end).toBe('withdrawn')
    for (const who of everyone.filter((one) => actors[one]?.kind === 'staff')) {
      for (const name of ['size', 'plan', 'danger']) expect(may(actors[who], { action: 'read_answer', case: withdrawn, field: fieldOf(name) }), `${who} ${name}`).toBe(false)
      expect(may(actors[who], { action: 'read_file', file: plan, case: withdrawn, field: fieldOf('plan') }), who).toBe(false)
    }
  })

  test('the applicant still follows it and reads its file', () => {
    expect(may(actors.applicant, { action: 'follow_case', case: withdrawn })).toBe(true)
    expect(may(actors.partner, { action: 'read_file', file: plan, case: withdrawn, field: fieldOf('plan') })).toBe(true)
  })
})

describe('a file', () => {
  test('that is not in the case’s answers is nobody’s through the case', () => {
    const foreign = { id: 'f2', owner: 'p9' }
    for (const who of everyone) expect(may(actors[who], { action: 'read_file', file: foreign, case: open, field: fieldOf('plan') }), who).toBe(false)
  })

  test('is not opened by writing its id into a text', () => {
    const foreign = { id: 'f2', owner: 'p9' }
    const sly: CaseState = { ...open, answers: { ...trialAnswers, sign: typed('f2') } }
    for (const who of everyone) expect(may(actors[who], { action: 'read_file', file: foreign, case: sly, field: fieldOf('sign') }), who).toBe(false)
  })

  test('is looked for in the field it is asked by', () => {
    expect(may(actors.holder, { action: 'read_file', file: plan, case: open, field: fieldOf('size') })).toBe(false)
    expect(may(actors.holder, { action: 'read_file', file: plan, case: open, field: null })).toBe(false)
    expect(file.id).toBe(plan.id)
  })

  test('of a person of the same id among staff stays the citizen’s', () => {
    expect(may(staff('p1', 'signs.reviewer'), { action: 'read_file', file: plan, case: null, field: null })).toBe(false)
  })
})

test('who both works at a desk and manages may do both, whoever only manages no desk’s work', () => {
  const both = staff('x', 'lead.manager', 'lead.clerk')
  expect([may(both, { action: 'work_at_desk' }), may(both, { action: 'see_board' })]).toEqual([true, true])
})
