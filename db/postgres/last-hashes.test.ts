import { describe, expect, it } from 'vitest'

import { lastHashes } from './last-hashes.ts'

describe('hashes of last events', () => {
  it('are told of the version that was read, and of no other', () => {
    const hashes = lastHashes()
    hashes.keep('case-1', 3, 'three')
    expect([hashes.of('case-1', 3), hashes.of('case-1', 2), hashes.of('case-2', 3)]).toEqual(['three', null, null])
    hashes.keep('case-1', 4, 'four')
    expect([hashes.of('case-1', 4), hashes.of('case-1', 3)]).toEqual(['four', null])
    hashes.forget('case-1')
    expect(hashes.of('case-1', 4)).toBe(null)
  })

  it('are kept of a thousand cases, of those read last', () => {
    const hashes = lastHashes()
    for (let number = 0; number < 1000; number += 1) hashes.keep(`case-${number}`, 1, 'one')
    hashes.keep('case-0', 1, 'again')
    hashes.keep('case-1000', 1, 'one')
    expect([hashes.of('case-0', 1), hashes.of('case-1', 1), hashes.of('case-2', 1), hashes.of('case-1000', 1)]).toEqual(['again', null, 'one', 'one'])
  })
})
