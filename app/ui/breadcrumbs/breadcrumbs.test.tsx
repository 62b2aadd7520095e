// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { govukFixture, outline } from '../govuk-fixture.ts'
import { renderInLanguage } from '../render-in-language.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'

it('is marked up like govuk-frontend\'s breadcrumbs', () => {
  const { container } = renderInLanguage(<Breadcrumbs items={[{ href: '/section', text: 'Section' }]} />)
  expect(outline(container.innerHTML)).toBe(govukFixture('breadcrumbs', 'with one level'))
})

it('marks this page', () => {
  const { getByText } = renderInLanguage(<Breadcrumbs items={[{ href: '/', text: 'Home' }, { text: 'Case' }]} />)
  expect(getByText('Case').getAttribute('aria-current')).toBe('page')
})
