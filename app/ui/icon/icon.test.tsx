// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { Icon } from './icon.tsx'
import { isIconName } from './icons.ts'

it('draws a file of lucide-static, hidden from screen readers', () => {
  const { container } = renderInLanguage(<Icon name="search" />)
  expect(container.querySelectorAll('svg circle, svg path').length).toBeGreaterThan(1)
  expect(container.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true')
})

it('turns arrows round in Arabic, and nothing else', () => {
  expect(renderInLanguage(<Icon name="next" />).container.innerHTML).toContain('ot-icon--mirrored')
  expect(renderInLanguage(<Icon name="house" />).container.innerHTML).not.toContain('ot-icon--mirrored')
})

it('tells an icon from another word, for names read from data', () => {
  expect(isIconName('stamp')).toBe(true)
  expect(isIconName('toString')).toBe(false)
})
