// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { SessionEnd } from './session-end.tsx'
import { sessionEnds } from './session-ends.ts'

const NOON = Date.parse('2026-03-02T12:00:00+08:00')
const MINUTE = 60_000

it('tells the hour in the city, and warns five minutes before', () => {
  expect(sessionEnds(NOON + 30 * MINUTE, NOON, 'en')).toEqual({ until: '12:30', warnAfterMs: 25 * MINUTE })
  expect(sessionEnds(NOON + 4 * MINUTE, NOON, 'zh-CN')).toEqual({ until: '12:04', warnAfterMs: 0 })
})

it('saves and stays only where the page can', () => {
  const ends = sessionEnds(NOON, NOON, 'en')
  const button = renderInLanguage(<SessionEnd ends={ends} keepsForm />).getByRole('button', { hidden: true })
  expect([button.getAttribute('form'), button.getAttribute('name')]).toEqual(['question-form', 'stay'])
  expect(renderInLanguage(<SessionEnd ends={ends} keepsForm={false} />).container.querySelector('button')).toBeNull()
})
