// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { StatCard } from './stat-card.tsx'

it('shows number, label, change and target', () => {
  const { container } = renderInLanguage(<StatCard label="On time" value="93%" change={{ text: '2 points up', good: true }} target="Target: 95%" />)
  expect(container.textContent).toContain('93%On time2 points upTarget: 95%')
  expect(container.innerHTML).toContain('ot-stat__note--good')
})

it('colours a change only when it is good or bad', () => {
  expect(renderInLanguage(<StatCard label="Received" value={310} change={{ text: 'up 4' }} />).container.innerHTML).not.toMatch(/--(good|bad)/)
})
