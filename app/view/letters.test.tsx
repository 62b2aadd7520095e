// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { languages } from '#app/i18n/languages.ts'
import { renderInLanguage } from '#app/ui/render-in-language.tsx'

import { RefusalLetter } from './refusal-letter.tsx'
import { ReturnLetter } from './return-letter.tsx'

const item = { label: 'Floor plan', reasonText: 'The plan can’t be read', text: 'Scan it at 300 dpi.', department: 'fire_rescue' }

it('says what is asked for, why, by whom and by when', () => {
  const { container } = renderInLanguage(<ReturnLetter service="restaurant-opening" items={[item]} dueOn="2026-12-04" />)
  expect(container.textContent).toMatch(/Floor plan.*can’t be read.*300 dpi.*Fire and Rescue.*by 4 December 2026.*lapses.*0570-555-0103/)
})

it('names each department to call once', () => {
  const { container } = renderInLanguage(<ReturnLetter service="restaurant-opening" items={[item, { ...item, label: 'Seats' }]} dueOn={null} />)
  expect(container.textContent?.match(/0570-555-0103/g)).toHaveLength(1)
})

it.each(languages)('refuses in %s with reasons, law, remedies and a date', (language) => {
  const letter = <RefusalLetter service="restaurant-opening" applicant="李娜" reasons={[{ reasonText: 'No second exit', text: '' }]} legal="Food Safety Law" department="food_safety" on="2026-11-20" />
  const { container } = renderInLanguage(letter, language)
  for (const part of ['李娜', 'No second exit', 'Food Safety Law', '60', '0570-555-0102']) expect(container.textContent).toContain(part)
})
