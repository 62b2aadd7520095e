import { afterEach, beforeEach, expect, test } from 'vitest'

import { problemsOf, Tree } from '#tests/definitions/tree.ts'

import { checkExamples } from './check-examples.ts'

const FILE = 'services/stall-permit/examples.yaml'

/** Something of every kind of step. Working days: acceptance 1, fire 3, inspection 2 (48 hours), decision 1. */
const STALL = `applicants:
  baker:
    records:
      companies.company: { company_name: Crumb, standing: good, owner_id: P-1 }
      companies.pitch: [ { address: North 1, area: 12, ward: east }, { address: Hill 2, area: 30, ward: west } ]
    others:
      P-1: { population.person: { full_name: Ann Baker } }
    answers: { goods: hot_food, gas: true, stall_size: 30, start_date: 2026-06-01, helpers: 1, layout: plan.pdf, training: promised, insurance: promised }
examples:
- example: a stall for hot food
  begins: 2026-03-02
  who: baker
  picks: { pitch: 2 }
  answers: { helper.1: Bob }
  steps:
  - acceptance: silent
  - health_review: return
    after: 2wd
    asks: { layout: layout_unreadable }
  - fire_review: ok
    after: 3wd
    sets: { fire_risk: high }
  - survey: fits
  - ward_note: noted
  - applicant: corrects
    after: 4d
    gives: { layout: better.pdf }
  - health_review: ok
  - fire_review: ok
    sets: { fire_risk: high }
  - training_check: valid
  - inspection: fail
    after: 48h
    reports: { fire.inspector: pass }
  - posting: objected
    after: 2d
  - hearing: dismissed
  - office: extends
  - decision: approve
    after: 1wd
  - insurance_copy: supplied
    gives: { insurance: paper.pdf }
  - fee: paid
    after: 1wd
    amount: 50000
  - helper_card.1: made
  - office: revokes
    after: 10d
  ends: revoked
  makes: [stall_permit]
  working_days: 7
  shows: { owner_name: Ann Baker, ward: west, yearly_fee: 50000 }
- example: one that is struck off
  begins: 2026-03-02
  who: baker
  records: { companies.company: { company_name: Crumb, standing: struck_off, owner_id: P-1 } }
  answers: { helpers: 0 }
  refused_at_once: struck_off
`

let tree: Tree
beforeEach(() => {
  tree = new Tree()
})
afterEach(() => tree.remove())

/** What is told of the stall's examples, with the line it points at. */
function told(text: string): { at: string; message: string }[] {
  tree.write(FILE, text)
  const problems = problemsOf(checkExamples(tree.report(), tree.root, 'tree'))
  return problems.filter(({ file }) => file === `tree/${FILE}`).map(({ line, message }) => ({ at: (text.split('\n')[line - 1] ?? '').trim(), message }))
}

test('a case with every kind of step comes out as written', () => expect(told(STALL)).toEqual([]))

test('a tree without any examples is left alone', () => {
  const report = tree.report()
  expect(checkExamples(report, tree.root, 'tree')).toBe(report)
})

test.each<[string, string, string, string]>([
  ['  - survey: fits\n', '', 'ward_note: noted', 'after fire_review this is next: survey; the example says ward_note'],
  ['  - survey: fits\n', '  - survey: skipped\n', 'survey: skipped', 'survey comes out as fits or too_narrow, not "skipped"'],
  ['- survey: fits', '- survay: fits', 'survay', 'this service has no step "survay"; did you mean "survey"?'],
  ['  - acceptance: silent\n', '  - acceptance: accept\n    after: 2wd\n', 'acceptance: accept', 'before this, at the end of 2026-03-03, acceptance is answered by silence; the example does not say so'],
  ['acceptance: silent', 'acceptance: silent\n    after: 1wd', 'after: 1wd', 'this happens by itself (silent): leave after: out'],
  ['survey: fits', 'survey: fits\n    afterwards: 1wd', 'afterwards:', '"afterwards" is not a key used here; known are after, sets, reason, reports, asks, gives, record, takes, amount; one step is one entry of the list'],
  ['survey: fits', 'survey: 3', 'survey: 3', 'say how survey came out, in one word'],
  ['after: 48h', 'after: two days', 'after: two', '"after": write a time as 5wd (working days), 5d (calendar days) or 48h (hours)'],
  ['  who: baker\n  picks', '  who: backer\n  picks', 'who: backer', 'there is no applicant "backer"; did you mean "baker"?'],
  ['  ends: revoked\n', '', 'a stall for hot food', 'say how the case ends (ends: granted), or why nobody can apply (refused_at_once: …)'],
  ['refused_at_once: struck_off', 'refused_at_once: struck_off\n  makes: []', 'makes: []', 'nobody gets this far: the application is refused at once, so leave makes out'],
  ['helper.1: Bob', 'helper.1: Bob, owner_name: Ann', 'answers: { helper', 'nobody is asked for "owner_name": population holds it'],
  ['survey: fits', 'survey: fits\n    after: 1wd', 'after: 1wd', 'this would be on 2026-03-04, before fire_review on 2026-03-06: list the steps in the order they are done'],
  ['asks: { layout: layout_unreadable }', 'asks: { layout: unreadable }', 'asks:', '"layout": unknown reason'],
  ['    asks: { layout: layout_unreadable }\n', '', 'health_review: return', '"items": missing; say what is asked for, as asks: { floor_plan: plan_unreadable }'],
  ['high }\n  - survey', 'medium }\n  - survey', 'sets: {', '"fire_risk": not a choice'],
  ['gives: { layout: better.pdf }', 'gives: { layout: better.docx }', 'gives:', '"layout": wrong file type'],
  ['reports: { fire.inspector: pass }', 'reports: { health.inspector: pass, fire.inspector: pass }', 'inspection: fail', 'inspection comes out as pass, the worst of its reports'],
  ['amount: 50000', 'amount: 40000', 'amount:', '50000 fen are to be paid'],
  ['posting: objected', 'posting: paid', 'posting:', 'posting comes out as passed or objected, not "paid"'],
  ['applicant: corrects', 'applicant: apologises', 'applicant: apologises', 'the applicant corrects or does_not_answer or supplies or withdraws or appeals or appeals_too_late, not "apologises"'],
  ['- office: revokes\n    after: 10d', '- applicant: appeals', 'applicant: appeals', 'this is not possible here: appeal'],
  ['helper.1: Bob', 'helper.1: Bob, helper.2: Eve', 'answers: { helper', '"helper.2" is not asked here: there is no such item'],
  ['picks: { pitch: 2 }', 'picks: { pitch: 3 }', 'picks:', 'there are only 2 records to pick from'],
  ['standing: good', 'standing: fine', 'a stall for hot food', '"standing" holds good or struck_off, not "fine"'],
  ['start_date: 2026-06-01, ', '', 'answers: { helper', '"start_date": missing: no record holds it, and the applicant does not answer it'],
  ['amount: 50000', 'record: { goods: crafts }', 'record: {', 'record: says nothing here, at fee: paid'],
  ['  picks: { pitch: 2 }', '  picks: { pitch: 2 }\n  asked: [goods]', 'asked:', 'this applicant is asked for: [goods, gas, stall_size, start_date, helpers, helper.1, layout, training, insurance]'],
  ['  working_days: 7', '  ends_on: 2026-03-20\n  working_days: 7', 'ends_on:', 'this case ends on 2026-03-23'],
  ['  ends: revoked', '  ends: granted', 'ends: granted', 'this case ends revoked'],
  ['makes: [stall_permit]', 'makes: [refusal]', 'makes:', 'this case makes: [stall_permit]'],
  ['working_days: 7', 'working_days: 8', 'working_days:', 'the offices take 7 working days'],
  ['yearly_fee: 50000 }', 'yearly_fee: 1 }', 'shows:', '"yearly_fee" is 50000 in the end'],
  ['refused_at_once: struck_off', 'refused_at_once: too_young', 'refused_at_once:', 'it is refused for something else: nobody can apply like this: struck_off'],
  ['standing: struck_off', 'standing: good', 'refused_at_once:', 'this application is taken'],
  ['refused_at_once: struck_off', 'ends: granted\n  working_days: 0', 'begins:', 'this application is refused at once: nobody can apply like this: struck_off'],
])('%j changed to %j is told', (from, to, at, message) => {
  expect(STALL.split(from)).toHaveLength(2)
  const [first] = told(STALL.replace(from, to))
  expect(first?.message).toBe(message)
  expect(first?.at).toContain(at)
})
