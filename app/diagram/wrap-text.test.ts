import { expect, test } from 'vitest'

import { textWidth, wrapText } from './wrap-text.ts'

test('breaks between words', () => {
  expect(wrapText('Check that the application is complete', 120, 14.5, 'en')).toEqual(['Check that the', 'application is', 'complete'])
})

test('keeps brackets and full stops with their words', () => {
  expect(wrapText('Justice (reconsideration).', 130, 13, 'en')).toEqual(['Justice', '(reconsideration).'])
})

test('breaks Chinese within a line, never before a full stop', () => {
  const lines = wrapText('材料需要补正的，最多一次性告知一次。', 60, 13, 'zh-CN')
  expect(lines.join('')).toBe('材料需要补正的，最多一次性告知一次。')
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(line).not.toMatch(/^[，。]/)
})

test('breaks Arabic between words', () => {
  expect(wrapText('التحقق من اكتمال الطلب', 100, 14.5, 'ar').join(' ')).toBe('التحقق من اكتمال الطلب')
})

test('breaks a word that is wider than a line', () => {
  const lines = wrapText('Rindfleischetikettierungsüberwachung', 100, 14.5, 'en')
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(textWidth(line, 14.5)).toBeLessThanOrEqual(100)
})

test('has no line for no text', () => {
  expect(wrapText('', 100, 14.5, 'en')).toEqual([])
})
