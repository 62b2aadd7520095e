import { expect, it } from 'vitest'

import { type Language } from '../../i18n/languages.ts'
import { forLanguage, loadLocales } from '../../i18n/load-locales.server.ts'
import { daysLeft, workingDays } from './working-days.ts'

const texts = loadLocales('locales')
const inLanguage = (language: Language) => forLanguage(texts, language).getFixedT(language, 'ui')

it.each([
  ['en', 1, '1 working day left'],
  ['en', 0, 'Due today'],
  ['en', -2, '2 working days overdue'],
  ['zh-CN', 3, '还剩 3 个工作日'],
  ['zh-CN', -1, '超期 1 个工作日'],
  ['ar', 2, 'بقي يوما عمل'],
  ['ar', 5, 'بقيت 5 أيام عمل'],
  ['ar', 13, 'بقي 13 يوم عمل'],
] as const)('counts in %s: %i', (language, count, text) => expect(daysLeft(inLanguage(language), count)).toBe(text))

it('says a length of time', () => expect(workingDays(inLanguage('en'), 13)).toBe('13 working days'))
