import { expect, test } from 'vitest'

import { loadLocales } from '#app/i18n/load-locales.server.ts'

import { typeInWords } from './type-in-words.ts'

const texts = loadLocales('locales')
const inEnglish = (type: Parameters<typeof typeInWords>[2]['type'], name = 'sex') => typeInWords(texts.getFixedT('en'), 'en', { name, type })

test.each([
  [{ type: 'integer', min: 1, max: 500 }, 'A whole number from 1 to 500'],
  [{ type: 'integer', min: 0, max: 1_000_000_000 }, 'A whole number'],
  [{ type: 'text', maxLength: 1 }, 'A text of up to 1 character'],
  [{ type: 'text', maxLength: 500 }, 'A text of up to 500 characters'],
  [{ type: 'choice', of: ['female', 'male'] }, 'One of: Female, Male'],
  [{ type: 'file', accept: ['pdf', 'png'], maxBytes: 1 }, 'A file (PDF, PNG)'],
  [{ type: 'yes_no' }, 'Yes or no'],
] as const)('%j', (type, words) => expect(inEnglish(type)).toBe(words))

test('a list is written as each language writes it', () => {
  const choice = { name: 'sex', type: { type: 'choice', of: ['female', 'male'] } } as const
  expect(typeInWords(texts.getFixedT('zh-CN'), 'zh-CN', choice)).toBe('以下之一：女、男')
  expect(typeInWords(texts.getFixedT('ar'), 'ar', choice)).toContain('، ')
})
