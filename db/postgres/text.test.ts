import { describe, expect, it } from 'vitest'

import { asGiven, storable } from './text.ts'

const [nul, mark] = ['\u0000', '\u0001']
const texts = ['', 'plain', nul, mark, `${mark}0`, `${mark}1`, `${mark}${nul}0`, `a${nul}${nul}b${mark}10`, `${mark}${mark}${nul}1`]

describe('text that PostgreSQL can’t hold', () => {
  it.each(texts)('is stored without a NUL and comes back as it was: %j', (text) => {
    const stored = storable(text) as string
    expect(stored).not.toContain(nul)
    expect(asGiven(stored)).toBe(text)
  })

  it('sorts as it did', () => {
    const stored = texts.map((text) => storable(text) as string)
    const sorted = (all: readonly string[]) => [...all].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    expect(sorted(stored).map(asGiven)).toEqual(sorted(texts))
  })

  it('is stored the same in lists; what is no text stays as it is', () => {
    expect(storable([`a${nul}`, null, [mark], 3])).toEqual([`a${mark}0`, null, [`${mark}1`], 3])
    expect(storable(5)).toBe(5)
  })
})
