import { describe, expect, it } from 'vitest'

import { directionOf, negotiate } from './languages.ts'

describe('negotiate', () => {
  it.each([
    [null, 'zh-CN'],
    ['', 'zh-CN'],
    ['fr-FR,de;q=0.5', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-TW', 'zh-CN'],
    ['fr, ar-EG;q=0.8, en;q=0.9', 'en'],
    ['ar', 'ar'],
    ['en;q=0, ar;q=0.1', 'ar'],
    [';;q=,,', 'zh-CN'],
  ])('answers %j with %s', (header, language) => expect(negotiate(header)).toBe(language))
})

it('writes Arabic from right to left', () => {
  expect(directionOf('ar')).toBe('rtl')
  expect(directionOf('zh-CN')).toBe('ltr')
})
