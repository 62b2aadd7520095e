// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { Tag } from '../tag/tag.tsx'
import { Light } from './light.tsx'

it('always says a word, and has a shape of its own', () => {
  const lights = (['green', 'yellow', 'red'] as const).map((colour) => renderInLanguage(<Light colour={colour} />).container)
  expect(lights.map((light) => light.textContent)).toEqual(['On time', 'Due soon', 'Overdue'])
  expect(new Set(lights.map((light) => light.querySelector('svg')!.innerHTML)).size).toBe(3)
})

it('says more when told to', () => {
  expect(renderInLanguage(<Light colour="red">2 days overdue</Light>).container.textContent).toBe('2 days overdue')
})

it('a tag is blue unless it says otherwise', () => {
  expect(renderInLanguage(<Tag>New</Tag>).container.innerHTML).toContain('govuk-tag--blue')
})
