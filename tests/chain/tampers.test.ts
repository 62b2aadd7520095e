import { beforeAll, describe, expect, it } from 'vitest'

import { Dice } from '#db/demo/dice.ts'

import { type Evidence, verify } from '../../audit/verify.ts'

import { copyOf, type Lived, liveInDatabase } from './lived-database.ts'
import { fits, type Tamper } from './tamper.ts'
import { orderTampers } from './tamper-orders.ts'
import { rewriteTampers } from './tamper-rewrites.ts'
import { rowTampers } from './tamper-rows.ts'

const tampers: readonly (readonly [string, Tamper])[] = Object.entries({ ...rowTampers, ...orderTampers, ...rewriteTampers })
const TAMPERED = 1000

let lived: Lived
beforeAll(async () => {
  lived = await liveInDatabase()
}, 60_000)

const verified = (bytes: Buffer, evidence: Evidence = lived.evidence) => {
  const database = copyOf(bytes)
  const result = verify(database, evidence)
  database.close()
  return result
}

it('an untouched database is sound', () => {
  const { cases, events, accesses, checkpoints, broken } = verified(lived.bytes)
  expect(broken).toBeNull()
  expect(cases).toBeGreaterThan(30)
  expect(events).toBeGreaterThan(300)
  expect(accesses).toBeGreaterThan(100)
  // Three in the database, the same three from the second place.
  expect(checkpoints).toBe(6)
})

it(`each of ${TAMPERED} tampers is found, and what it was done to is named`, () => {
  const missed: unknown[] = []
  const tried = new Set<string>()
  for (let index = 0; index < TAMPERED; index += 1) {
    const [name, tamper] = tampers[index % tampers.length]!
    const database = copyOf(lived.bytes)
    const expected = tamper(database, new Dice(index + 1))
    const { broken } = verify(database, lived.evidence)
    if (!fits(broken, expected)) missed.push({ index, name, expected, broken })
    tried.add(name)
    database.close()
  }
  expect(missed).toEqual([])
  expect(tried.size).toBe(tampers.length)
}, 240_000)

describe('an older copy in the place of the database', () => {
  it('is found by what was shipped since', () => {
    expect(verified(lived.earlier).broken).toMatchObject({ reason: 'truncated', between: [expect.any(Number), lived.shipped.at(-1)?.size] })
  })

  it('is not found without it: nothing in the copy is wrong', () => {
    expect(verified(lived.earlier, { ...lived.evidence, shipped: [] }).broken).toBeNull()
  })
})

describe('without what was shipped, a checkpoint of the database itself', () => {
  it.each(['head', 'at', 'key', 'signature'])('tells by its signature that its %s was changed', (column) => {
    const database = copyOf(lived.bytes)
    const expected = rewriteTampers[`edit checkpoints.${column}`]!(database, new Dice(1))
    expect(fits(verify(database, { ...lived.evidence, shipped: [] }).broken, expected)).toBe(true)
    database.close()
  })
})
