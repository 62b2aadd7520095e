import { describe, expect, test } from 'vitest'

import { asksFor, because, citizen, file, held, Play, staff, stranger, trialAnswers, typed } from '#tests/factories/play.ts'
import { at, buildDefinition, trialSource } from '#tests/factories/definition.ts'

const accepted = () => new Play().submit().answer('anna', 'acceptance', 'accept')
const reviewed = () => accepted().answer('fo', 'food_review', 'ok').answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })
const visited = () => reviewed().answer('foi', 'visit', 'pass', {}, 'food.inspector').answer('fii', 'visit', 'pass', {}, 'fire.inspector')
const approved = () => visited().answer('head', 'decision', 'approve')

describe('submitting', () => {
  test('opens the first task and starts the clock', () => {
    const play = new Play().submit()
    expect(play.types()).toEqual(['submitted', 'task_opened', 'clock_switched'])
    expect(play.open()).toEqual(['acceptance:1'])
    expect(play.state?.segments).toEqual([{ from: play.now, to: null, whose: 'office' }])
  })

  test('names every field that is missing or wrong, in the order of the file', () => {
    const { problem } = new Play().submit({ ...trialAnswers, kind: typed('huge'), size: typed(0), plan: typed(null) })
    expect(problem).toEqual({
      code: 'invalid',
      fields: [
        { name: 'kind', code: 'not_a_choice' },
        { name: 'size', code: 'too_small', params: { min: 1 } },
        { name: 'plan', code: 'missing' },
      ],
    })
  })

  test('refuses somebody else', () => {
    const applicant = { person: 'p1', name: 'Li Na', company: null, companyName: null }
    const play = new Play().give(stranger, { type: 'submit', caseId: 'c1', ref: 'R1', applicant, answers: trialAnswers })
    expect(play.problem).toEqual({ code: 'not_permitted' })
  })

  test('refuses who does not meet a requirement, and says which', () => {
    const { problem } = new Play().submit({ ...trialAnswers, debt: held('debt', 1_000_000) })
    expect(problem).toEqual({ code: 'requirement', reason: 'in_debt', names: ['debt'] })
  })

  test('refuses a typed value where a register holds one', () => {
    const forged = { ...held('name', 'Mallory'), source: 'applicant' as const }
    expect(new Play().submit({ ...trialAnswers, name: forged }).problem).toMatchObject({ fields: [{ name: 'name', code: 'not_editable' }] })
  })

  test('leaves out what the service does not ask', () => {
    const play = new Play().submit({ ...trialAnswers, danger: typed('low'), __proto__x: typed('x'), constructor: typed('x') })
    expect(Object.keys(play.state?.answers ?? {}).sort()).toEqual(['debt', 'kind', 'name', 'plan', 'size', 'verdict'])
  })

  test('refuses when the deadline lies beyond the calendar', () => {
    expect(new Play().on('2027-12-20').submit().problem).toMatchObject({ code: 'calendar_ends', lastDay: '2027-12-31' })
  })
})

describe('claiming', () => {
  test('makes a task one person’s own', () => {
    const play = new Play().submit().claim('anna', 'acceptance').claim('bert', 'acceptance')
    expect(play.problem).toEqual({ code: 'claimed_by_other', task: 'acceptance', person: 'Clerk anna' })
  })

  test('is refused to who does not sit at the desk', () => {
    const play = new Play().submit()
    play.give(staff('zoe', 'fire.reviewer'), { type: 'claim', ...play.ref('acceptance') })
    expect(play.problem).toEqual({ code: 'not_at_desk', desk: 'lead.clerk' })
  })

  test('comes before answering', () => {
    const play = new Play().submit()
    play.give(staff('anna', 'lead.clerk'), { type: 'decide', ...play.ref('acceptance'), outcome: 'accept', reasons: [], note: '', items: [], sets: {} })
    expect(play.problem).toEqual({ code: 'not_claimed', task: 'acceptance' })
  })

  test('can be undone, and the task given on to a colleague', () => {
    const play = new Play().submit().claim('anna', 'acceptance')
    play.give(staff('anna', 'lead.clerk'), { type: 'hand_over', ...play.ref('acceptance'), to: { id: 'bert', name: 'Bert', desks: ['lead.clerk'] } })
    expect(play.state?.tasks['acceptance:1']?.parts[0]?.claimedBy).toEqual({ id: 'bert', name: 'Bert' })
    play.give(staff('bert', 'lead.clerk'), { type: 'release', ...play.ref('acceptance') })
    expect(play.state?.tasks['acceptance:1']?.parts[0]?.claimedBy).toBeNull()
  })

  test('tells who looked at an older version of the task', () => {
    const play = new Play().submit()
    const old = play.ref('acceptance')
    play.claim('anna', 'acceptance')
    play.give(staff('anna', 'lead.clerk'), { type: 'decide', ...old, outcome: 'accept', reasons: [], note: '', items: [], sets: {} })
    expect(play.problem).toEqual({ code: 'stale_task', task: 'acceptance' })
  })
})

describe('deciding', () => {
  test('opens the parallel reviews at once, and not what their condition rules out', () => {
    expect(accepted().open()).toEqual(['food_review:1', 'fire_review:1'])
    const small = new Play().submit({ ...trialAnswers, kind: typed('small') }).answer('anna', 'acceptance', 'accept')
    expect(small.open()).toEqual(['fire_review:1'])
    expect(small.state?.skipped).toEqual(['food_review'])
  })

  test('waits at the join for all', () => {
    const play = accepted().answer('fo', 'food_review', 'ok')
    expect(play.open()).toEqual(['fire_review:1'])
    expect(play.answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } }).open()).toEqual(['visit:1'])
  })

  test('is done once', () => {
    const play = accepted()
    play.give(staff('anna', 'lead.clerk'), { type: 'decide', task: 'acceptance', round: 1, desk: 'lead.clerk', version: 3, outcome: 'return', reasons: [], note: '', items: [], sets: {} })
    expect(play.problem).toEqual({ code: 'task_closed', task: 'acceptance' })
  })

  test('asks for values to set and reasons to give', () => {
    expect(accepted().answer('fi', 'fire_review', 'ok').problem).toMatchObject({ fields: [{ name: 'danger', code: 'missing' }] })
    expect(accepted().answer('fo', 'food_review', 'object').problem).toMatchObject({ fields: [{ name: 'reasons', code: 'missing' }] })
    expect(accepted().answer('fo', 'food_review', 'object', { reasons: because('nonsense') }).problem).toMatchObject({ fields: [{ code: 'unknown_reason' }] })
    expect(accepted().answer('fo', 'food_review', 'fine').problem).toEqual({ code: 'unknown_outcome', outcome: 'fine' })
  })

  test('takes a joint visit as the worst of its reports, one from each desk and each from somebody else', () => {
    const play = reviewed().answer('foi', 'visit', 'pass', {}, 'food.inspector')
    expect(play.open()).toEqual(['visit:1'])
    play.give(staff('foi', 'fire.inspector', 'food.inspector'), { type: 'claim', ...play.ref('visit', 'fire.inspector') })
    expect(play.problem).toEqual({ code: 'same_person', task: 'visit', other: 'visit' })
    play.answer('fii', 'visit', 'fail', { reasons: because('defects') }, 'fire.inspector')
    expect(play.state?.tasks['visit:1']?.outcome).toBe('fail')
    expect(play.open()).toEqual(['decision:1'])
  })

  test('sets a visit’s day for all to read, on a working day to come', () => {
    const play = reviewed().claim('foi', 'visit', 'food.inspector')
    const actor = staff('foi', 'food.inspector')
    const schedule = (on: string) => play.give(actor, { type: 'schedule_visit', ...play.ref('visit', 'food.inspector'), on }).problem
    expect(schedule('2026-03-01')).toMatchObject({ fields: [{ name: 'on', code: 'in_the_past' }] })
    expect(schedule('2026-03-07')).toMatchObject({ fields: [{ name: 'on', code: 'not_a_working_day' }] })
    expect(schedule('2026-03-05')).toBeNull()
    expect(play.state?.tasks['visit:1']?.visitOn).toBe('2026-03-05')
  })

  test('keeps four eyes: who accepted does not decide', () => {
    const play = visited()
    play.give(staff('anna', 'lead.clerk', 'lead.head'), { type: 'claim', ...play.ref('decision') })
    expect(play.problem).toEqual({ code: 'same_person', task: 'decision', other: 'acceptance' })
  })
})

describe('returning', () => {
  const returned = () =>
    accepted()
      .answer('fo', 'food_review', 'return', asksFor('plan', 'unreadable'))
      .on('2026-03-04')
      .answer('fi', 'fire_review', 'return', asksFor('size', 'unreadable'))
  const newPlan = { ...typed('f2'), file: { ...file, id: 'f2' } }

  test('sends one letter when every desk has spoken', () => {
    const play = accepted().answer('fo', 'food_review', 'return', asksFor('plan', 'unreadable'))
    expect(play.types()).not.toContain('return_sent')
    play.answer('fi', 'fire_review', 'return', asksFor('size', 'unreadable'))
    expect(play.state?.returns.examine?.[0]?.items.map((item) => [item.name, item.by])).toEqual([
      ['plan', 'food.reviewer'],
      ['size', 'fire.reviewer'],
    ])
  })

  test('stops the clock while the applicant is awaited', () => {
    const play = returned()
    expect(play.state?.segments.at(-1)).toEqual({ from: at('2026-03-04'), to: null, whose: 'applicant' })
    play.on('2026-03-11').give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { plan: newPlan, size: typed(70) } })
    expect(play.problem).toBeNull()
    expect(play.state?.segments.map((segment) => segment.whose)).toEqual(['office', 'applicant', 'office'])
  })

  test('lets the applicant change what was named, all of it, and nothing else', () => {
    const correct = (answers: Record<string, ReturnType<typeof typed>>) => returned().give(citizen, { type: 'correct', stage: 'examine', round: 1, answers }).problem
    expect(correct({ plan: newPlan })).toMatchObject({ fields: [{ name: 'size', code: 'missing' }] })
    expect(correct({ plan: newPlan, size: typed(70), name: typed('Mallory') })).toMatchObject({ fields: [{ name: 'name', code: 'not_asked' }] })
    expect(correct({ plan: newPlan, size: typed(0) })).toMatchObject({ fields: [{ name: 'size', code: 'too_small' }] })
    expect(returned().give(stranger, { type: 'correct', stage: 'examine', round: 1, answers: {} }).problem).toEqual({ code: 'not_permitted' })
  })

  test('brings the case back to the desks that asked, and takes the button away after the last return', () => {
    const play = returned().give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { plan: newPlan, size: typed(70) } })
    expect(play.open()).toEqual(['food_review:2', 'fire_review:2'])
    expect(play.answer('fo', 'food_review', 'return', asksFor('plan', 'unreadable')).problem).toEqual({ code: 'no_returns_left', task: 'food_review' })
  })

  test('shows a changed value again to every desk it is meant for', () => {
    const play = accepted()
      .answer('fo', 'food_review', 'return', asksFor('plan', 'unreadable'))
      .answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })
      .give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { plan: newPlan } })
    expect(play.open()).toEqual(['food_review:2', 'fire_review:2'])
  })

  test('opens a review that the correction makes necessary', () => {
    const play = new Play()
      .submit({ ...trialAnswers, kind: typed('small') })
      .answer('anna', 'acceptance', 'accept')
      .answer('fi', 'fire_review', 'return', asksFor('kind', 'unreadable'))
      .give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { kind: typed('large') } })
    expect(play.open()).toEqual(['food_review:2', 'fire_review:2'])
  })

  test('lapses when the applicant does not answer, and is answered too late on that day', () => {
    const play = returned()
    expect(play.expire('return:examine:1').problem).toEqual({ code: 'not_due', timer: 'return:examine:1' })
    const late = play.on('2026-03-19').give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { plan: newPlan, size: typed(70) } })
    expect(late.problem).toEqual({ code: 'too_late', what: 'return' })
    expect(play.expire('return:examine:1').state?.end).toBe('lapsed')
  })
})

describe('waiting', () => {
  test('counts no answer as the answer the law gives it', () => {
    const play = new Play().submit()
    expect(play.on('2026-03-03').expire('silence:acceptance:1').problem).toMatchObject({ code: 'not_due' })
    play.on('2026-03-04', '00:00').expire('silence:acceptance:1')
    expect(play.state?.tasks['acceptance:1']).toMatchObject({ outcome: 'accept', silent: true })
    expect(play.open()).toEqual(['food_review:1', 'fire_review:1'])
  })

  test('takes the exact amount, once, and from the applicant', () => {
    const play = approved()
    expect(play.state?.waits.fee).toMatchObject({ amount: 500, closedAt: null })
    expect(play.give(citizen, { type: 'pay', wait: 'fee', amount: 5, reference: 'x' }).problem).toEqual({ code: 'wrong_amount', expected: 500 })
    expect(play.give(stranger, { type: 'pay', wait: 'fee', amount: 500, reference: 'x' }).problem).toEqual({ code: 'not_permitted' })
    play.give(citizen, { type: 'pay', wait: 'fee', amount: 500, reference: 'x' })
    expect(play.state).toMatchObject({ end: 'granted', results: [{ kind: 'certificate', template: 'permit', validUntil: '2029-03-02' }] })
    expect(play.give(citizen, { type: 'pay', wait: 'fee', amount: 500, reference: 'x' }).problem).toEqual({ code: 'case_ended' })
  })

  test('lapses when a payment does not come', () => {
    expect(approved().on('2026-03-17').expire('wait:fee').state?.end).toBe('lapsed')
  })

  test('goes on when the register sends the record it waits for', () => {
    const waiting = new Play()
      .submit({ ...trialAnswers, verdict: held('verdict', null), size: typed(5) })
      .answer('anna', 'acceptance', 'accept')
      .answer('fo', 'food_review', 'ok')
      .answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })
    expect(waiting.open()).toEqual([])
    expect(waiting.state?.segments.at(-1)?.whose).toBe('other')
    const record = { type: 'receive_record', wait: 'exam', answers: { verdict: held('verdict', 'fit') } } as const
    expect(waiting.give(citizen, record).problem).toEqual({ code: 'not_permitted' })
    waiting.give({ kind: 'register', id: 'people', name: 'people' }, record)
    expect(waiting.open()).toEqual(['decision:1'])
    expect(waiting.state?.answers.verdict?.value).toBe('fit')
  })
})

describe('ending', () => {
  test('refuses with a letter', () => {
    const play = visited().answer('head', 'decision', 'refuse', { reasons: because('unsafe') })
    expect(play.state).toMatchObject({ end: 'refused', results: [{ kind: 'letter', template: 'refusal' }] })
  })

  test('closes everything that is open, and takes no more commands', () => {
    const play = accepted().on('2026-03-04').give(citizen, { type: 'withdraw', note: '' })
    expect(play.state?.end).toBe('withdrawn')
    expect(play.open()).toEqual([])
    expect(play.state?.segments.at(-1)?.to).toBe(play.now)
    expect(play.claim('fo', 'food_review').problem).toEqual({ code: 'case_ended' })
  })

  test('lets nobody withdraw after the decision', () => {
    expect(approved().give(citizen, { type: 'withdraw', note: '' }).problem).toEqual({ code: 'too_late', what: 'withdraw' })
  })

  test('runs through without any desk when the flow says so', () => {
    const definition = buildDefinition({
      data: { name: trialSource.data.name },
      requires: [],
      flow: [{ auto: 'award', makes: { certificate: 'permit', shows: ['name'], valid: '3y' } }, { end: 'granted' }],
      guarantee: { trips: 0, site_visits: 0, returns: 0 },
      on: {},
    })
    const play = new Play(definition).submit({ name: held('name', 'Li Na') })
    expect(play.types()).toEqual(['submitted', 'result_issued', 'ended'])
    expect(play.state?.end).toBe('granted')
  })
})
