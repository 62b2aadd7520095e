// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { govukFixture, outline } from '../govuk-fixture.ts'
import { renderInLanguage } from '../render-in-language.tsx'
import { BackLink } from './back-link.tsx'

it('is marked up like govuk-frontend\'s back link', () => {
  expect(outline(renderInLanguage(<BackLink href="#" />).container.innerHTML)).toBe(govukFixture('back-link', 'default'))
})

it('speaks the language of the page', () => {
  expect(renderInLanguage(<BackLink href="/" />, 'ar').getByRole('link').textContent).toBe('رجوع')
})
