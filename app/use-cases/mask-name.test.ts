import fc from 'fast-check'
import { expect, it, test } from 'vitest'

import { maskName } from './mask-name.ts'

test.each([['李婷', '李**'], ['欧阳修', '欧**'], ['Li Na', 'L***'], ['X', 'X***'], ['محمد علي', 'م***'], ['𠮷野家', '𠮷**'], ['  赵建华 ', '赵**'], ['', '***']])('%j is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

const letters = fc.array(fc.oneof(fc.constantFrom('李', '𠮷', 'م', 'é', 'Z', '·', ' '), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), { maxLength: 40 })

it('gives away one character and nothing of the length', () => {
  fc.assert(fc.property(letters, letters, (one, other) => {
    const [name, longer] = [one.join(''), [...one, ...other].join('')]
    const shown = maskName(name)
    const [first = ''] = name.trim()
    expect(shown.startsWith(first)).toBe(true)
    expect(shown.slice(first.length)).toMatch(/^\*{2,3}$/)
    expect(shown).toBe(shown.toWellFormed())
    if (name.trim() !== '' && name === name.trimStart()) expect(maskName(longer)).toBe(shown)
  }))
})
