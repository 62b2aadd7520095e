import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped, buildSubmitted } from '#tests/factories/case-event.ts'

import { brokenLink, canonicalJson, chainEvents, type EventRow, FIRST_LINK, storedEvent } from './event-chain.ts'

const events = [buildSubmitted(), buildSkipped('visit'), buildSkipped('exam')]
const rows = chainEvents(buildCommit({ events }), FIRST_LINK)

describe('canonical JSON', () => {
  it('is the same however the value was built', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}')
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  })

  it('says what JSON says', () => {
    const value = { text: '𠮷"\n\u0000', half: '\ud800', none: undefined, list: [undefined, 0.1, -0], [`__proto__`]: 1 }
    const again: unknown = JSON.parse(JSON.stringify(value))
    expect(canonicalJson(value)).toBe(canonicalJson(again))
    expect(JSON.parse(canonicalJson(value))).toEqual(again)
  })
})

describe('the chain', () => {
  it('is the sha256 of the hash before, a line feed and the event', () => {
    const text =
      '{"actor":{"id":"p1","kind":"citizen","name":"Li Na"},"at":"2026-03-03T01:00:00.000Z","case_id":"case-1",' +
      '"data":{"task":"visit"},"type":"task_skipped","version":2}'
    expect(rows[0]?.prevHash).toBe('0'.repeat(64))
    expect(rows[1]?.hash).toBe(createHash('sha256').update(`${rows[0]?.hash}\n${text}`).digest('hex'))
  })

  it('gives the events back', () => {
    expect(rows.map(storedEvent)).toMatchObject(events)
  })

  it('is whole as it was made, in parts too', () => {
    const later = chainEvents(buildCommit({ expectedVersion: 3 }), rows[2]?.hash ?? '')
    expect(brokenLink([...rows, ...later])).toBeNull()
    expect(brokenLink([])).toBeNull()
  })

  const changed = (index: number, change: Partial<EventRow>) => rows.map((row, at) => (at === index ? { ...row, ...change } : row))
  it.each<[string, EventRow[], number]>([
    ['changed data', changed(1, { data: { task: 'fee' } }), 1],
    ['changed actor', changed(0, { actor: { kind: 'staff', id: 'p1', name: 'Li Na' } }), 0],
    ['changed instant', changed(2, { at: '2026-03-03T01:00:00.001Z' }), 2],
    ['changed type', changed(1, { type: 'task_opened' }), 1],
    ['an event of another case', changed(1, { caseId: 'case-2' }), 1],
    ['a changed hash', changed(1, { hash: FIRST_LINK }), 1],
    ['a missing event', rows.toSpliced(1, 1), 1],
    ['a missing beginning', rows.slice(1), 0],
    ['events that changed places', rows.toReversed(), 0],
  ])('shows %s', (_, broken, index) => expect(brokenLink(broken)).toBe(broken[index]))
})
