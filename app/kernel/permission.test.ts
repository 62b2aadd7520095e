import { describe, expect, test } from 'vitest'

import { citizen, file, Play, staff, stranger, trialAnswers, typed } from '#tests/factories/play.ts'

import { type Actor, system } from './case/actor.ts'
import type { CaseState } from './case/case-state.ts'
import type { DataField } from './definition/definition.ts'
import { type Action, actions, heldDesks, may, type Objects, type Purpose } from './permission.ts'

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

const allPurposes: readonly Purpose[] = ['information', 'own_affairs', 'case_work', 'supervision', 'stewardship', 'security', 'exchange', 'upkeep']
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
  officer: staff('olga', 'lead.security_officer'),
  deskless: staff('new'),
  system,
  register: { kind: 'register', id: 'people', name: 'people' },
} satisfies Record<string, Actor | null>
type Who = keyof typeof actors

const noStaffMarks = { ...fieldOf('plan'), name: 'mark', kind: 'question', optional: false, seenBy: ['signs'] } as DataField
const everyone: readonly Who[] = Object.keys(actors) as Who[]
const plan = { id: 'f1', owner: 'p1' }

/** One thing to do, with what, what for, and who may. */
type Row = { [A in Action]: readonly [name: string, action: A, object: Objects[A], purpose: Purpose, granted: readonly Who[]] }[Action]

const citizens: readonly Who[] = ['applicant', 'otherCitizen', 'partner']
const stewards: readonly Who[] = ['steward', 'otherSteward']
const rows: readonly Row[] = [
  ['read what is public', 'read_public', null, 'information', everyone],
  ['sign in', 'arrive', null, 'information', everyone],
  ['apply', 'apply', null, 'own_affairs', citizens],
  ['open the applicant’s draft', 'open_draft', { draft: { service: 'trial', company: null, behalf: null, person: 'p1' } }, 'own_affairs', ['applicant']],
  ['open a draft for the company', 'open_draft', { draft: { service: 'trial', company: 'someone else’s', behalf: null, person: 'p1' } }, 'own_affairs', []],
  ['open a draft on a child’s behalf', 'open_draft', { draft: { service: 'trial', company: null, behalf: { kind: 'person', subject: 'child', name: 'Child', mandate: 'm1' }, person: 'p1' } }, 'own_affairs', []],
  ['act for the company', 'act_for', { subject: 'C1', service: 'trial' }, 'own_affairs', ['partner']],
  ['follow the case', 'follow_case', { case: open }, 'own_affairs', ['applicant', 'partner']],
  ['work at a desk', 'work_at_desk', null, 'case_work', ['holder', 'colleague', 'untaken', 'before', 'otherDesk', ...stewards]],
  ['see that there is the case', 'see_case', { case: open, definition: nobodyBeside }, 'case_work', ['holder', 'colleague', 'untaken', 'before']],
  ['read an answer for all desks', 'read_answer', { case: open, field: fieldOf('size') }, 'case_work', ['holder']],
  ['read a record’s value', 'read_answer', { case: open, field: fieldOf('name') }, 'case_work', ['holder']],
  ['read an answer for food and fire', 'read_answer', { case: open, field: fieldOf('plan') }, 'case_work', ['holder']],
  ['read an answer for signs only', 'read_answer', { case: open, field: noStaffMarks }, 'case_work', []],
  ['read a value that a desk sets', 'read_answer', { case: open, field: fieldOf('danger') }, 'case_work', ['holder']],
  ['read the case’s file for the case', 'read_file', { file: plan, case: open, field: fieldOf('plan') }, 'case_work', ['holder']],
  ['read the case’s file as one’s own', 'read_file', { file: plan, case: open, field: fieldOf('plan') }, 'own_affairs', ['applicant', 'partner']],
  ['read a draft’s file', 'read_file', { file: plan, case: null, field: null }, 'own_affairs', ['applicant']],
  ['see the board', 'see_board', null, 'supervision', ['manager']],
  ['be a steward', 'be_steward', null, 'stewardship', stewards],
  ['look after a register', 'steward_register', { register: { owner: 'lead' } }, 'stewardship', ['steward']],
  ['see alerts', 'see_alerts', null, 'security', ['officer']],
  ['hand in a record', 'send_record', { register: 'people' }, 'exchange', ['register']],
  ['hand in another register’s record', 'send_record', { register: 'traffic' }, 'exchange', []],
  ['run a job', 'run_job', null, 'upkeep', ['system']],
]

/** A row's action, object and purpose belong together; TypeScript loses that when they are taken apart. */
const ask = may as (actor: Actor | null, action: Action, object: unknown, purpose: Purpose) => boolean

describe.each(rows)('to %s', (_name, action, object, purpose, granted) => {
  test.each(everyone)('is %s’s right or not', (who) => expect(ask(actors[who], action, object, purpose)).toBe(granted.includes(who)))

  test('is nobody’s right for another purpose', () => {
    const others = allPurposes.filter((one) => !rows.some((row) => row[1] === action && row[3] === one))
    for (const other of others) for (const who of everyone) expect(ask(actors[who], action, object, other), `${who}, ${other}`).toBe(false)
  })
})

test('every action has a row', () => {
  const covered: Readonly<Record<Action, boolean>> = Object.fromEntries(rows.map(([, action]) => [action, true])) as Record<Action, boolean>
  expect(Object.keys(covered).sort()).toEqual([...actions].sort())
})

/** As the applicant's own, or for the case. */
const mayEither = (actor: Actor | null, object: Objects['read_file']): boolean => may(actor, 'read_file', object, 'own_affairs') || may(actor, 'read_file', object, 'case_work')

describe('a held task', () => {
  test('shows what its department sees, and nothing of others', () => {
    const lead = stateOf(new Play().submit().claim('anna', 'acceptance'))
    expect(may(actors.before, 'read_answer', { case: lead, field: fieldOf('size') }, 'case_work')).toBe(true)
    expect(may(actors.before, 'read_answer', { case: lead, field: fieldOf('plan') }, 'case_work')).toBe(false)
    expect(may(actors.before, 'read_file', { file: plan, case: lead, field: fieldOf('plan') }, 'case_work')).toBe(false)
  })

  test('is shown through the desk it is held for, not through the others its holder sits at', () => {
    const lead = stateOf(new Play().submit().claim('anna', 'acceptance'))
    const both = staff('anna', 'lead.clerk', 'fire.reviewer')
    expect(heldDesks(lead, both)).toEqual(['lead.clerk'])
    expect(may(both, 'read_answer', { case: lead, field: fieldOf('plan') }, 'case_work')).toBe(false)
  })

  test('shows nothing once it is given back or answered', () => {
    const back = stateOf(release(new Play().submit().answer('anna', 'acceptance', 'accept').claim('fo', 'food_review')))
    const done = stateOf(new Play().submit().answer('anna', 'acceptance', 'accept').answer('fo', 'food_review', 'ok'))
    for (const state of [back, done]) expect(may(actors.holder, 'read_answer', { case: state, field: fieldOf('size') }, 'case_work')).toBe(false)
  })

  test('counts for who holds it as staff, not for a citizen of the same id', () => {
    expect(may({ kind: 'citizen', id: 'fo', name: 'fo', companies: [] }, 'read_answer', { case: open, field: fieldOf('size') }, 'case_work')).toBe(false)
  })
})

function release(play: Play): Play {
  return play.give(staff('fo', 'food.reviewer'), { type: 'release', ...play.ref('food_review') })
}

describe('beside the flow', () => {
  const definition = { extension: { by: 'lead.head', span: { amount: 5, unit: 'wd' as const }, reasons: ['opinion'] }, revocation: { by: 'lead.director', reasons: ['false'] }, suspension: { by: 'lead.inspector', reasons: ['inquiry'] } }
  const sees = (desk: string, end: CaseState['end']) => may(staff('x', desk), 'see_case', { case: { ...open, end }, definition }, 'case_work')

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
    for (const desk of ['lead.head', 'lead.director']) expect(may(staff('x', desk), 'read_answer', { case: open, field: fieldOf('size') }, 'case_work')).toBe(false)
  })
})

describe('after the case has ended', () => {
  const withdrawn = stateOf(new Play().submit().answer('anna', 'acceptance', 'accept').claim('fo', 'food_review').give(citizen, { type: 'withdraw', note: '' }))

  test('no desk reads answers or files, not even who held a task then', () => {
    expect(withdrawn.end).toBe('withdrawn')
    for (const who of everyone.filter((one) => actors[one]?.kind === 'staff')) {
      for (const name of ['size', 'plan', 'danger']) expect(may(actors[who], 'read_answer', { case: withdrawn, field: fieldOf(name) }, 'case_work'), `${who} ${name}`).toBe(false)
      expect(may(actors[who], 'read_file', { file: plan, case: withdrawn, field: fieldOf('plan') }, 'case_work'), who).toBe(false)
    }
  })

  test('the applicant still follows it and reads its file', () => {
    expect(may(actors.applicant, 'follow_case', { case: withdrawn }, 'own_affairs')).toBe(true)
    expect(may(actors.partner, 'read_file', { file: plan, case: withdrawn, field: fieldOf('plan') }, 'own_affairs')).toBe(true)
  })
})

describe('a file', () => {
  test('that is not in the case’s answers is nobody’s through the case', () => {
    const foreign = { id: 'f2', owner: 'p9' }
    for (const who of everyone) expect(mayEither(actors[who], { file: foreign, case: open, field: fieldOf('plan') }), who).toBe(false)
  })

  test('is not opened by writing its id into a text', () => {
    const foreign = { id: 'f2', owner: 'p9' }
    const sly: CaseState = { ...open, answers: { ...trialAnswers, sign: typed('f2') } }
    for (const who of everyone) expect(mayEither(actors[who], { file: foreign, case: sly, field: fieldOf('sign') }), who).toBe(false)
  })

  test('is looked for in the field it is asked by', () => {
    expect(may(actors.holder, 'read_file', { file: plan, case: open, field: fieldOf('size') }, 'case_work')).toBe(false)
    expect(may(actors.holder, 'read_file', { file: plan, case: open, field: null }, 'case_work')).toBe(false)
    expect(file.id).toBe(plan.id)
  })

  test('of a person of the same id among staff stays the citizen’s', () => {
    expect(may(staff('p1', 'signs.reviewer'), 'read_file', { file: plan, case: null, field: null }, 'case_work')).toBe(false)
  })
})

test('who both works at a desk and manages may do both, whoever only manages no desk’s work', () => {
  const both = staff('x', 'lead.manager', 'lead.clerk')
  expect([may(both, 'work_at_desk', null, 'case_work'), may(both, 'see_board', null, 'supervision')]).toEqual([true, true])
})
