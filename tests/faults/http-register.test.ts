import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'

import { FAILURES, GIVEN_UP_MS, AT_ONCE, WAITING } from '#app/registers/http/limits.ts'
import { type Behaviour, FaultRegister } from '#tests/factories/fault-register.ts'

import { never, PERSON, records, request, right, traffic, wayTo } from './asked.ts'

let register: FaultRegister
let way: ReturnType<typeof wayTo>

beforeEach(async () => {
  register = await new FaultRegister(traffic, records).up()
  way = wayTo(register.url)
})
afterEach(async () => {
  vi.useRealTimers()
  await register.down()
  await way.close()
})

const read = () => way.read(request(), never)

describe('a register that is well', () => {
  it('gives what was asked, newest first, without what is no longer valid', async () => {
    expect(await read()).toEqual(right)
    expect(way.failures).toEqual([])
  })

  it('hears who asks for what, under what, in one request', async () => {
    const asked = request({ wanted: [{ entity: 'offences', subject: PERSON, fields: ['place'] }, { entity: 'offences', subject: 'another', fields: ['points'] }, { entity: 'offences', subject: PERSON, fields: ['points', 'place'] }] })
    const answer = await way.read(asked, never)
    expect(register.requests).toBe(1)
    expect(register.reads).toEqual([
      {
        request: asked.id,
        agreement: 'licence-renewal-traffic',
        purpose: 'renewal',
        reason: '2026-ABCD-1234',
        wanted: [{ entity: 'offences', subject: PERSON, fields: ['place', 'points'] }, { entity: 'offences', subject: 'another', fields: ['points'] }],
      },
    ])
    expect(answer).toMatchObject({ ok: true, records: [{ data: { place: '文澜路', points: 3 } }, {}] })
  })

  it('is asked over connections that stay', async () => {
    for (let i = 0; i < 20; i += 1) expect(await read()).toEqual(right)
    expect(register.connections.size).toBe(1)
  })

  it('is asked over eight connections at most', async () => {
    register.behaviour = { slow: 30 }
    await Promise.all(Array.from({ length: AT_ONCE + WAITING }, read))
    expect(register.connections.size).toBeLessThanOrEqual(AT_ONCE)
  })

  it('may take its time', async () => {
    register.behaviour = { slow: 100 }
    expect(await read()).toEqual(right)
    expect(register.requests).toBe(1)
  })
})

describe('no answer comes, and the read is tried once more,', () => {
  test.each<[string, Behaviour]>([
    ['when it never answers', 'stalled'],
    ['when it answers too late', { slow: 900 }],
    ['when it answers a byte at a time', 'trickling'],
    ['when it has an error', 'error'],
    ['when it resets the connection', 'reset'],
    ['when it breaks off', 'cut_off'],
    ['when it speaks another language', 'garbage'],
  ])('%s', async (_name, behaviour) => {
    register.behaviour = behaviour
    expect(await read()).toEqual({ ok: false, why: 'no_answer' })
    expect(register.requests).toBe(2)
  })

  test('when nobody listens', async () => {
    await register.down()
    expect(await read()).toEqual({ ok: false, why: 'no_answer' })
    expect(way.failures).toMatchObject([{ register: 'traffic', why: 'no_answer', detail: 'ECONNREFUSED' }])
  })

  test('which helps when it comes back meanwhile', async () => {
    register.behaviour = 'error'
    const reading = read()
    await vi.waitFor(() => expect(register.requests).toBe(1), { interval: 1 })
    register.behaviour = 'well'
    expect(await reading).toEqual(right)
    expect(register.requests).toBe(2)
  })

  test('which helps when the answer to the first was lost: a register takes no id twice', async () => {
    register.behaviour = { slow: 600 }
    const reading = read()
    await vi.waitFor(() => expect(register.requests).toBe(1), { interval: 1 })
    register.behaviour = 'well'
    expect(await reading).toEqual(right)
    await vi.waitFor(() => expect(register.reads).toHaveLength(2))
    expect(register.reads[0]?.request).toBe(register.reads[1]?.request)
  })
})

test.each<Behaviour>(['refusing', 'redirecting'])('a register that is %s gives no answer, and is not asked again', async (behaviour) => {
  register.behaviour = behaviour
  expect(await read()).toEqual({ ok: false, why: 'no_answer' })
  expect(register.requests).toBe(1)
})

describe('nothing is used of an answer, and none is asked for again, when it', () => {
  test.each<[string, Behaviour, string]>([
    ['is about somebody else', 'other_person', 'a record that was not asked for'],
    ['is about somebody else too', 'extra_subject', 'a record that was not asked for'],
    ['has values of another kind', 'wrong_type', 'not of the contract’s shape'],
    ['has a field that was not asked for', 'extra_field', 'a field that was not asked for'],
    ['has two records under one key', 'twice', 'two records under one key'],
    ['names a day that never was', 'no_such_day', 'not of the contract’s shape'],
    ['has control characters', 'control_characters', 'offences.place is not of its kind'],
    ['has an endless text', 'too_long', 'not of the contract’s shape'],
    ['has no records', 'no_records', 'not of the contract’s shape'],
    ['says more than the contract', 'more_than_records', 'not of the contract’s shape'],
    ['is signed by somebody else', 'wrong_signature', 'another signature'],
    ['is not signed', 'unsigned', 'not signed'],
    ['was altered on the way', 'altered', 'another signature'],
    ['is too long', 'huge', 'more than 1000000 bytes'],
    ['has no end', 'huge_in_parts', 'more than 1000000 bytes'],
    ['is a page', 'not_json', 'not JSON'],
  ])('%s', async (_name, behaviour, detail) => {
    register.behaviour = behaviour
    const asked = request()
    expect(await way.read(asked, never)).toEqual({ ok: false, why: 'wrong_answer' })
    expect(register.requests).toBe(1)
    expect(way.failures).toEqual([{ register: 'traffic', request: asked.id, why: 'wrong_answer', detail }])
  })

  test('is the one to an earlier request', async () => {
    expect(await read()).toEqual(right)
    register.behaviour = 'replayed'
    expect(await read()).toEqual({ ok: false, why: 'wrong_answer' })
  })

  test('comes from another register that has the same secret', async () => {
    const other = wayTo(register.url, { register: { ...traffic, id: 'health' } })
    expect(await other.read(request({ register: 'health' }), never)).toEqual({ ok: false, why: 'no_answer' })
    expect(other.failures).toMatchObject([{ detail: 'status 401' }])
    expect(register.reads).toEqual([])
    await other.close()
  })
})

test('the operator is told what went wrong, and never about whom', async () => {
  for (const behaviour of ['other_person', 'extra_field', 'control_characters', 'error'] as const) {
    register.behaviour = behaviour
    await read()
  }
  expect(JSON.stringify(way.failures)).not.toMatch(/3301|owner|somebody|文澜路/)
})

describe('who reads', () => {
  it('need not wait: the wait ends with the signal, and nothing is tried after', async () => {
    register.behaviour = 'stalled'
    const left = new AbortController()
    const reading = way.read(request(), left.signal)
    await vi.waitFor(() => expect(register.requests).toBe(1), { interval: 1 })
    left.abort()
    expect(await reading).toEqual({ ok: false, why: 'no_answer' })
    await new Promise((done) => setTimeout(done, 800))
    expect(register.requests).toBe(1)
  })

  it('asks nothing when the wait is over already', async () => {
    expect(await way.read(request(), AbortSignal.abort())).toEqual({ ok: false, why: 'no_answer' })
    expect(register.requests).toBe(0)
  })

  it('is not read for any more, having left before there was a free place', async () => {
    register.behaviour = { slow: 100 }
    const left = new AbortController()
    const readings = Array.from({ length: AT_ONCE }, read)
    const waiting = way.read(request(), left.signal)
    left.abort()
    expect(await waiting).toEqual({ ok: false, why: 'no_answer' })
    await Promise.all(readings)
    expect(await read()).toEqual(right)
    expect(register.reads).toHaveLength(AT_ONCE + 1)
  })

  it('does not make a good register look bad by leaving', async () => {
    register.behaviour = { slow: 50 }
    for (let i = 0; i < FAILURES + 1; i += 1) {
      const left = new AbortController()
      const reading = way.read(request(), left.signal)
      await vi.waitFor(() => expect(register.requests).toBe(i + 1), { interval: 1 })
      left.abort()
      await reading
    }
    expect(await read()).toEqual(right)
  })

  it('is turned away at once when too many wait already', async () => {
    register.behaviour = 'stalled'
    const answers: unknown[] = []
    const readings = Array.from({ length: AT_ONCE + WAITING }, read)
    const turnedAway = read().then((answer) => answers.push(answer))
    await Promise.race([...readings, turnedAway])
    expect(answers).toEqual([{ ok: false, why: 'no_answer' }])
    expect(way.failures).toMatchObject([{ detail: 'too many reads at once' }])
    register.behaviour = 'well'
    await Promise.all(readings)
  })
})

describe('a register that fails again and again', () => {
  const giveUp = async (): Promise<void> => {
    register.behaviour = 'error'
    while (way.failures.at(-1)?.detail !== 'given up for a while') await read()
  }

  it('is given up after five failures, and then not asked', async () => {
    await giveUp()
    expect(register.requests).toBe(FAILURES)
    expect(await read()).toEqual({ ok: false, why: 'no_answer' })
    expect(register.requests).toBe(FAILURES)
  })

  it('is given up for wrong answers too', async () => {
    register.behaviour = 'other_person'
    for (let i = 0; i < FAILURES; i += 1) expect(await read()).toEqual({ ok: false, why: 'wrong_answer' })
    expect(await read()).toEqual({ ok: false, why: 'no_answer' })
    expect(register.requests).toBe(FAILURES)
  })

  it('is not, when it answers now and then', async () => {
    for (let i = 0; i < 3; i += 1) {
      register.behaviour = 'other_person'
      for (let j = 0; j < FAILURES - 1; j += 1) await read()
      register.behaviour = 'well'
      expect(await read()).toEqual(right)
    }
  })

  it('is tried again by one read after half a minute, and asked by all once it answers', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await giveUp()
    vi.setSystemTime(Date.now() + GIVEN_UP_MS - 1)
    await read()
    expect(register.requests).toBe(FAILURES)
    vi.setSystemTime(Date.now() + 1)
    await Promise.all([read(), read(), read()])
    expect(register.requests).toBe(FAILURES + 1)
    vi.setSystemTime(Date.now() + GIVEN_UP_MS)
    register.behaviour = 'well'
    expect(await Promise.all([read(), read(), read()])).toEqual([right, right, right])
  })

  it('is asked again an hour later, when it has been away altogether', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await register.down()
    while (way.failures.at(-1)?.detail !== 'given up for a while') await read()
    vi.setSystemTime(Date.now() + 3_600_000)
    await register.up()
    expect(await read()).toEqual(right)
  })

  it('takes no other register with it', async () => {
    const other = await new FaultRegister(traffic, records).up()
    const otherWay = wayTo(other.url)
    register.behaviour = 'stalled'
    const stalled = Array.from({ length: 30 }, read)
    for (let i = 0; i < 20; i += 1) expect(await otherWay.read(request(), never)).toEqual(right)
    expect(await Promise.all(stalled)).toEqual(stalled.map(() => ({ ok: false, why: 'no_answer' })))
    expect(await otherWay.read(request(), never)).toEqual(right)
    await other.down()
    await otherWay.close()
  })
})
