import { describe, expect, test } from 'vitest'

import { asksFor, because, citizen, held, Play, trialAnswers, typed } from '#tests/factories/play.ts'

import { type Step, stepsOf } from './steps.ts'

const small = { ...trialAnswers, kind: typed('small'), size: typed(10) }

function steps(play: Play): Step[] {
  if (!play.state || play.problem) throw new Error(`the play went wrong: ${play.problem?.code}`)
  return stepsOf(play.definition, play.state)
}
const states = (play: Play): Record<string, Step['state']> => Object.fromEntries(steps(play).map(({ name, state }) => [name, state]))
const step = (play: Play, name: string): Step | undefined => steps(play).find((one) => one.name === name)

const accepted = (answers = trialAnswers) => new Play().submit(answers).answer('anna', 'acceptance', 'accept')
const reviewed = () => accepted().answer('fo', 'food_review', 'ok').answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })
const visited = () => reviewed().answer('foi', 'visit', 'pass', {}, 'food.inspector').answer('fii', 'visit', 'pass', {}, 'fire.inspector')

describe('the steps of a case', () => {
  test('stand in the order of the flow, each with who acts', () => {
    expect(steps(new Play().submit()).map(({ kind, name, departments }) => [kind, name, ...departments])).toEqual([
      ['task', 'acceptance', 'lead'],
      ['task', 'food_review', 'food'],
      ['task', 'fire_review', 'fire'],
      ['task', 'visit', 'food', 'fire'],
      ['wait', 'exam'],
      ['task', 'decision', 'lead'],
      ['wait', 'fee'],
      ['auto', 'issue'],
    ])
  })

  test('begin with the first, and say which come only perhaps', () => {
    expect(states(new Play().submit())).toEqual({
      acceptance: 'now', food_review: 'perhaps', fire_review: 'to_come', visit: 'perhaps', exam: 'perhaps', decision: 'to_come', fee: 'to_come', issue: 'to_come',
    })
  })

  test('are done side by side', () => {
    expect(states(accepted().answer('fo', 'food_review', 'ok'))).toMatchObject({ acceptance: 'done', food_review: 'done', fire_review: 'now', decision: 'to_come' })
  })

  test('that were ruled out are not needed', () => {
    expect(states(accepted(small))).toMatchObject({ food_review: 'not_needed', fire_review: 'now' })
  })

  test('tell when they began and ended, and how', () => {
    const play = new Play().submit()
    const began = play.now
    play.on('2026-03-03').answer('anna', 'acceptance', 'accept')
    expect(step(play, 'acceptance')).toMatchObject({ openedAt: began, doneAt: play.now, outcome: 'accept' })
    expect(step(play, 'decision')).toMatchObject({ openedAt: null, doneAt: null, outcome: null, visitOn: null })
  })

  test('go on being open while one desk of two has spoken', () => {
    expect(step(reviewed().answer('foi', 'visit', 'pass', {}, 'food.inspector'), 'visit')).toMatchObject({ state: 'now', outcome: null })
  })

  test('wait for a record that is not there yet', () => {
    const play = accepted({ ...small, verdict: held('verdict', null) }).answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })
    expect(states(play)).toMatchObject({ visit: 'not_needed', exam: 'now', decision: 'to_come' })
  })
})

describe('a return', () => {
  const returned = () => accepted().answer('fo', 'food_review', 'return', asksFor('plan', 'unreadable')).answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })

  test('shows at the step that asked', () => {
    expect(states(returned())).toMatchObject({ food_review: 'returned', fire_review: 'done', decision: 'to_come' })
  })

  test('shows the second round once it is answered', () => {
    const file = { id: 'f2', name: 'plan.pdf', bytes: 100, mediaType: 'application/pdf', sha256: 'y' }
    const play = returned().give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { plan: { ...typed('f2'), file } } })
    expect(step(play, 'food_review')).toMatchObject({ state: 'now', outcome: null })
  })
})

describe('the choice at the end', () => {
  test('leads to the fee and the certificate when approved', () => {
    const play = visited().answer('head', 'decision', 'approve')
    expect(states(play)).toMatchObject({ decision: 'done', fee: 'now', issue: 'to_come' })
    expect(states(play)).not.toHaveProperty('refuse')
  })

  test('is done to the last step when granted', () => {
    const play = visited().answer('head', 'decision', 'approve').give(citizen, { type: 'pay', wait: 'fee', amount: 500, reference: 'R' })
    expect(play.state?.end).toBe('granted')
    expect(step(play, 'issue')).toMatchObject({ state: 'done', doneAt: play.now })
    expect(step(play, 'fee')).toMatchObject({ state: 'done', doneAt: play.now })
  })

  test('leads to the letter when refused, and shows nothing of the way not taken', () => {
    const play = visited().answer('head', 'decision', 'refuse', { reasons: because('unsafe') })
    expect(play.state?.end).toBe('refused')
    expect(states(play)).toMatchObject({ decision: 'done', refuse: 'done' })
    expect(Object.keys(states(play))).not.toEqual(expect.arrayContaining(['fee']))
    expect(Object.keys(states(play))).not.toEqual(expect.arrayContaining(['issue']))
  })
})

describe('a case that ended early', () => {
  test('needs nothing more, and leaves out what was never chosen', () => {
    const play = accepted().give(citizen, { type: 'withdraw', note: '' })
    expect(states(play)).toEqual({ acceptance: 'done', food_review: 'not_needed', fire_review: 'not_needed', visit: 'not_needed', exam: 'not_needed', decision: 'not_needed' })
  })

  test('because a payment never came says that of the wait', () => {
    const play = visited().answer('head', 'decision', 'approve').on('2026-04-30').expire('wait:fee')
    expect(play.state?.end).toBe('lapsed')
    expect(states(play)).toMatchObject({ decision: 'done', fee: 'not_needed', issue: 'not_needed' })
  })
})
