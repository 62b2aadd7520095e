import { beforeEach, describe, expect, test } from 'vitest'

import { buildDefinition, plainCalendar, trialSource } from '#tests/factories/definition.ts'
import { citizen, Play, staff } from '#tests/factories/play.ts'

import { available } from './available.ts'
import { isSuspended } from './case-state.ts'
import { deadlinesOf } from './deadlines.ts'

const issue = { auto: 'issue', makes: { certificate: 'permit', shows: ['name'], valid: '1y', renew_before: '30d' } }
const { name, debt, verdict, kind, size } = trialSource.data
const served = (on: Record<string, unknown>) =>
  buildDefinition({ data: { name, debt, verdict, kind, size }, flow: [{ task: 'look', by: 'lead.clerk', within: '1wd', outcomes: ['ok'] }, issue, { end: 'granted' }], on })
const definition = served({ suspend: { by: 'lead.head', reasons: ['under_inquiry'] }, revoke: { by: 'lead.head', reasons: ['false'] } })
const head = staff('h', 'lead.head')
const reason = { code: 'under_inquiry', text: 'until the inquiry is over' }

/** Granted on 2 March 2026: valid until 2 March 2027, to be renewed from 31 January on. */
let play: Play
beforeEach(() => {
  play = new Play(definition).submit().answer('c', 'look', 'ok')
})

const suspend = (until: string) => play.give(head, { type: 'suspend', reason, until })
const timers = () => {
  const reckoned = deadlinesOf(definition, play.state!, plainCalendar, play.now)
  if (!reckoned.ok) throw new Error(reckoned.problem.code)
  return reckoned.value.results.map(({ key, dueAt }) => `${key} ${new Date(dueAt + 8 * 3_600_000).toISOString()}`)
}
const types = () => available(definition, play.state!, head).map(({ type }) => type)

describe('a suspension', () => {
  test('sets aside what is in force until the day named, and can then only be ended or taken back', () => {
    expect(types()).toEqual(['revoke', 'suspend'])
    suspend('2026-04-10')
    expect(play.events.at(-1)).toMatchObject({ type: 'suspended', codes: [play.state!.results[0]!.code], until: '2026-04-10', reason })
    expect([play.state!.results.some(isSuspended), types()]).toEqual([true, ['revoke', 'resume']])
    expect(suspend('2026-05-10').problem).toEqual({ code: 'not_open', what: 'suspend' })
  })

  test('is over by itself at the last moment of its day, whenever that is noticed', () => {
    suspend('2026-04-10')
    expect(timers()[0]).toBe('suspension:2026-04-10 2026-04-10T23:59:59.999Z')
    expect(play.on('2026-04-10', '12:00').expire('suspension:2026-04-10').problem).toEqual({ code: 'not_due', timer: 'suspension:2026-04-10' })
    play.on('2026-04-13').expire('suspension:2026-04-10')
    expect(play.events.at(-1)).toMatchObject({ type: 'resumed', at: Date.parse('2026-04-10T23:59:59.999+08:00'), actor: { kind: 'system' } })
    expect([play.state!.results.some(isSuspended), types()]).toEqual([false, ['revoke', 'suspend']])
    expect(play.expire('suspension:2026-04-10').problem).toEqual({ code: 'not_open', what: 'suspension:2026-04-10' })
  })

  test('is over before its day when the desk says so, and may come again', () => {
    suspend('2026-04-10').give(head, { type: 'resume' })
    expect(timers()).toEqual(['renewal:issue 2027-01-31T00:00:00.000Z'])
    expect(suspend('2026-04-10').problem).toBe(null)
  })

  test('gives way to a revocation', () => {
    suspend('2026-04-10').give(head, { type: 'revoke', reason: { code: 'false', text: '' } })
    expect([play.state!.end, play.state!.results.some(isSuspended), timers()]).toEqual(['revoked', false, []])
  })

  test.each([
    ['', 'missing', undefined],
    ['2026-02-30', 'not_a_date', undefined],
    ['2026-03-01', 'in_the_past', undefined],
    ['2027-03-03', 'too_large', { max: '2027-03-02' }],
  ])('until "%s" is refused: %s', (until, code, params) => {
    expect(suspend(until).problem).toEqual({ code: 'invalid', fields: [{ name: 'until', code, ...(params ? { params } : {}) }] })
  })

  test.each(['2026-03-02', '2027-03-02'])('may last until %s', (until) => expect(suspend(until).problem).toBe(null))

  test('needs a reason of the service, the right desk, and something granted', () => {
    const command = { type: 'suspend' as const, reason: { code: 'whim', text: '' }, until: '2026-04-10' }
    expect(play.give(head, command).problem).toEqual({ code: 'invalid', fields: [{ name: 'reason', code: 'unknown_reason' }] })
    expect(play.give(staff('c', 'lead.clerk'), command).problem).toEqual({ code: 'not_at_desk', desk: 'lead.head' })
    expect(play.give(citizen, command).problem).toEqual({ code: 'not_permitted' })
    expect(play.give(head, { type: 'resume' }).problem).toEqual({ code: 'not_open', what: 'resume' })
    expect(new Play(definition).submit().give(head, command).problem).toEqual({ code: 'not_open', what: 'suspend' })
    expect(new Play(served({})).submit().answer('c', 'look', 'ok').give(head, command).problem).toEqual({ code: 'not_open', what: 'suspend' })
  })
})

describe('an offer to renew', () => {
  test('is made once, at the beginning of the first day on which it can be renewed', () => {
    expect(timers()).toEqual(['renewal:issue 2027-01-31T00:00:00.000Z'])
    expect(play.on('2027-01-30', '23:59').expire('renewal:issue').problem).toEqual({ code: 'not_due', timer: 'renewal:issue' })
    play.on('2027-02-05').expire('renewal:issue')
    expect(play.events.at(-1)).toMatchObject({ type: 'renewal_offered', auto: 'issue', code: play.state!.results[0]!.code, at: Date.parse('2027-01-31T00:00:00+08:00') })
    expect([timers(), play.expire('renewal:issue').problem]).toEqual([[], { code: 'not_open', what: 'renewal:issue' }])
  })

  test('is never made for what was taken back', () => {
    play.give(head, { type: 'revoke', reason: { code: 'false', text: '' } })
    expect([timers(), play.on('2027-02-05').expire('renewal:issue').problem]).toEqual([[], { code: 'not_open', what: 'renewal:issue' }])
  })

  test('waits until what is set aside holds again, and is not made if that is too late', () => {
    play.on('2026-12-01')
    suspend('2027-02-10')
    expect(timers()).toEqual(['suspension:2027-02-10 2027-02-10T23:59:59.999Z', 'renewal:issue 2027-02-11T00:00:00.000Z'])
    play.give(head, { type: 'resume' })
    suspend('2027-03-02')
    expect(timers()).toEqual(['suspension:2027-03-02 2027-03-02T23:59:59.999Z'])
  })
})
