import { describe, expect, test } from 'vitest'

import { prove } from '#app/kernel/proof/prove.ts'
import { plainCalendar, trialSource, trialSurroundings } from '#tests/factories/definition.ts'

import { readDefinition } from './read-definition.ts'

type Source = typeof trialSource
type Anything = any // eslint-disable-line @typescript-eslint/no-explicit-any -- the point is to break every part

/** The trial service with one thing changed. */
function broken(change: (source: Anything) => void) {
  const source = structuredClone(trialSource) as Anything
  change(source)
  const read = readDefinition(source, trialSurroundings)
  const problems = read.ok ? prove(read.definition, read.places, trialSurroundings, plainCalendar).problems : read.problems
  return problems.map(({ code, path }) => `${code} at ${path.join('.')}`)
}

const review = (source: Source) => source.flow[0]!.do![1]!.parallel![0] as Anything
const choose = (source: Source) => source.flow[4] as Anything

test('the trial service itself is sound', () => expect(broken(() => {})).toEqual([]))

describe('a broken definition is told by code and place:', () => {
  test.each<[string, (source: Anything) => void, string]>([
    ['a misspelt key', (s) => (s.flow[3].not_bye = ['acceptance']), 'unknown_key at flow.3.not_bye'],
    ['a misspelt key of the service', (s) => (s.promis = '3wd'), 'unknown_key at promis'],
    ['a key that is missing', (s) => delete s.legal, 'shape at legal'],
    ['a time without a unit', (s) => (s.limit = '20'), 'shape at limit'],
    ['a negative count', (s) => (s.guarantee.trips = -1), 'shape at guarantee.trips'],
    ['a step with no word', (s) => s.flow.push({ tusk: 'x' }), 'unknown_word at flow.5'],
    ['a name with capitals', (s) => (s.flow[1].task = 'Visit'), 'shape at flow.1.task'],
    ['the same name twice', (s) => (s.flow[3].task = 'visit'), 'duplicate_name at flow.3.task'],
    ['a step named like a value', (s) => (s.flow[1].task = 'size'), 'duplicate_name at flow.1.task'],
    ['a concept nobody knows', (s) => (s.data.sign.concept = 'tittle'), 'unknown_concept at data.sign'],
    ['a register nobody knows', (s) => (s.data.name.from = 'peple.person.name'), 'unknown_register at data.name.from'],
    ['a field the register lacks', (s) => (s.data.name.from = 'people.person.nme'), 'unknown_register at data.name.from'],
    ['two sources at once', (s) => (s.data.name.ask = 'text'), 'field_source at data.name'],
    ['no source at all', (s) => delete s.data.kind.ask, 'field_source at data.kind'],
    ['a type the dictionary denies', (s) => (s.data.size.ask = 'text'), 'wrong_type at data.size.ask'],
    ['a choice without options', (s) => delete s.data.kind.of, 'shape at data.kind'],
    ['a department nobody knows', (s) => (s.flow[3].by = 'leed.head'), 'unknown_department at flow.3.by'],
    ['a role nobody has', (s) => (s.flow[3].by = 'lead.boss'), 'unknown_desk at flow.3.by'],
    ['a lead nobody knows', (s) => (s.lead = 'nobody'), 'unknown_department at lead'],
    ['a reader nobody knows', (s) => (s.data.plan.seen_by = ['fir']), 'unknown_department at data.plan.seen_by'],
    ['a condition that is no sentence', (s) => (review(s).when = 'kind ='), 'condition at flow.0.do.1.parallel.0.when'],
    ['a condition on an unknown name', (s) => (review(s).when = 'knd = "large"'), 'condition at flow.0.do.1.parallel.0.when'],
    ['a condition that compares text with a number', (s) => (review(s).when = 'size = "large"'), 'condition at flow.0.do.1.parallel.0.when'],
    ['a constant no choice has', (s) => (review(s).when = 'kind = "huge"'), 'condition at flow.0.do.1.parallel.0.when'],
    ['a value read before it is set', (s) => (review(s).when = 'danger = "high"'), 'read_before_set at flow.0.do.1.parallel.0.when'],
    ['an outcome read before its task', (s) => (s.flow[1].when = 'decision = "approve"'), 'read_before_set at flow.1.when'],
    ['a requirement on a desk’s value', (s) => (s.requires[0].when = 'danger = "low"'), 'read_before_set at requires.0.when'],
    ['a value that no task sets', (s) => delete s.flow[0].do[1].parallel[1].sets, 'never_set at data.danger.set_by'],
    ['a task that sets what is not its own', (s) => (s.flow[3].sets = ['danger']), 'never_set at flow.3.sets'],
    ['four eyes on a task that comes later', (s) => (s.flow[0].do[0].not_by = ['decision']), 'four_eyes at flow.0.do.0.not_by'],
    ['silence that is no outcome', (s) => (s.flow[0].do[0].silence = 'yes'), 'outcome at flow.0.do.0.silence'],
    ['silence on a task that sets values', (s) => (s.flow[0].do[1].parallel[1].silence = 'ok'), 'outcome at flow.0.do.1.parallel.1.silence'],
    ['an outcome twice', (s) => (s.flow[3].outcomes = ['approve', 'approve']), 'outcome at flow.3.outcomes'],
    ['reasons for no outcome', (s) => (s.flow[3].reasons = { refus: ['x'] }), 'outcome at flow.3.reasons.refus'],
    ['a return without reasons', (s) => delete review(s).reasons, 'missing_reasons at flow.0.do.1.parallel.0'],
    ['a return with no way back', (s) => delete s.flow[0].returns, 'no_stage_returns at flow.0.do.0.outcomes'],
    ['a flow without an end', (s) => s.flow.pop(), 'no_end at flow'],
    ['a step behind the end', (s) => s.flow.push({ end: 'granted' }), 'dead_step at flow.5'],
    ['an end inside a parallel', (s) => s.flow[0].do[1].parallel.push([{ end: 'refused' }]), 'end_in_parallel at flow.0.do.1.parallel.2.0'],
    ['a choice whose branches overlap', (s) => (choose(s).choose[1] = { when: 'size > 5', do: choose(s).choose[1].do }), 'overlap at flow.4.choose.1.when'],
    ['an else that is not last', (s) => choose(s).choose.reverse(), 'else_not_last at flow.4.choose.0'],
    ['an amount that is no money', (s) => (choose(s).choose[0].do[0].amount = 'size'), 'unknown_name at flow.4.choose.0.do.0.amount'],
    ['a fee without a legal basis', (s) => delete choose(s).choose[0].do[0].legal, 'shape at flow.4.choose.0.do.0'],
    ['a wait for no record', (s) => delete s.flow[2].record, 'shape at flow.2'],
    ['a wait without a way out', (s) => delete s.flow[2].else, 'no_way_out at flow.2'],
    ['an end nobody knows', (s) => (s.flow[2].else = 'lost'), 'shape at flow.2.else'],
    ['a result kept in no register', (s) => (choose(s).choose[0].do[1].makes.record = 'people.permits'), 'unknown_register at flow.4.choose.0.do.1.makes.record'],
    ['a certificate that shows nothing known', (s) => (choose(s).choose[0].do[1].makes.shows = ['nam']), 'unknown_name at flow.4.choose.0.do.1.makes.shows'],
    ['a withdrawal before nothing', (s) => (s.on.withdraw.before = 'decison'), 'unknown_name at on.withdraw.before'],
    ['more site visits than guaranteed', (s) => (s.flow[1].counts.site_visits = 2), 'guarantee at guarantee.site_visits'],
    ['more returns than guaranteed', (s) => (s.flow[0].returns.max = 2), 'guarantee at guarantee.returns'],
    ['more working days than the limit', (s) => (s.limit = '14wd'), 'limit at limit'],
  ])('%s', (_name, change, expected) => expect(broken(change)).toContain(expected))
})

test('a misspelling is answered with the word that was meant', () => {
  const read = readDefinition({ ...trialSource, promis: '3wd' }, trialSurroundings)
  expect(read.ok ? '' : read.problems[0]?.message).toBe('"promis" is not a key used here; did you mean "promise"?')
})

test.each([null, 5, 'text', [], [[]], { data: null, flow: 5 }, { flow: [null, [], 'x', { parallel: 5 }] }, JSON.parse('{"__proto__": {"flow": []}, "constructor": 1}')])('refuses %j without falling over', (raw) => {
  expect(readDefinition(raw, trialSurroundings).ok).toBe(false)
})
