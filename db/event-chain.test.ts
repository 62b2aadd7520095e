import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped, buildSubmitted } from '#tests/factories/case-event.ts'

import { canonicalJson, chainEvents, FIRST_LINK, storedEvent } from './event-chain.ts'

const events = [buildSubmitted(), buildSkipped('visit'), buildSkipped('exam')]
const rows = chainEvents(buildCommit({ events }), FIRST_LINK)

describe('canonical JSON', () => {
  it('is the same however the value was built', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}')
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  })

  it('sorts keys that are numbers as text too, however deep', () => {
    expect(canonicalJson({ 9: 1, 10: { b: 1, 2: [{ 7: 1, 11: 2 }] }, a: 2 })).toBe('{"10":{"2":[{"11":2,"7":1}],"b":1},"9":1,"a":2}')
    expect(canonicalJson({ list: [{ [`__proto__`]: { b: 1, a: 2 } }], '': 1 })).toBe('{"":1,"list":[{"__proto__":{"a":2,"b":1}}]}')
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

  it('goes on where it ended, over commits too', () => {
    const last = rows[2]?.hash ?? ''
    const [later] = chainEvents(buildCommit({ expectedVersion: 3 }), last)
    expect(rows.map(({ prevHash }) => prevHash)).toEqual([FIRST_LINK, rows[0]?.hash, rows[1]?.hash])
    expect(later).toMatchObject({ version: 4, prevHash: last })
  })
})
