// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { languages } from '../../i18n/languages.ts'
import { Footer } from '../footer/footer.tsx'
import { renderInLanguage } from '../render-in-language.tsx'
import { ErrorPage, knownStatus } from './error-page.tsx'

it.each(languages.flatMap((language) => [403, 404, 409, 413, 429, 500, 503].map((status) => [language, status] as const)))('has words in %s for %i', (language, status) => {
  const { getByRole } = renderInLanguage(<ErrorPage status={status} />, language)
  expect(getByRole('heading', { level: 1 }).textContent!.length).toBeGreaterThan(3)
  expect(getByRole('link').getAttribute('href')).toBe('/')
})

it('takes the blame for any other fault', () => {
  expect([418, 502, undefined].map(knownStatus)).toEqual([500, 500, 500])
})

it('gives the reference to quote', () => {
  expect(renderInLanguage(<ErrorPage status={500} reference="01J-9" />).container.textContent).toContain('01J-9')
})

it('the footer lets the device decide about the theme again', () => {
  const { getByRole } = renderInLanguage(<Footer path="/cases" />)
  expect(getByRole('button')).toMatchObject({ name: 'theme', value: 'auto' })
})
