// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { type Language } from '../../i18n/languages.ts'
import { govukFixture, outline } from '../govuk-fixture.ts'
import { renderInLanguage } from '../render-in-language.tsx'
import { DateField } from './date-field.tsx'

it('is marked up like govuk-frontend\'s date input', () => {
  const { container } = renderInLanguage(<DateField id="dob-errors" name="dob" label="What is your date of birth?" hint="For example, 31 3 1980" error="Error message goes here" />)
  expect(outline(container.innerHTML)).toBe(govukFixture('date-input', 'with error message and hint').replace(/ name="(day|month|year)"/g, ' name="dob-$1"'))
})

it.each<[Language, string[]]>([
  ['zh-CN', ['born-year', 'born-month', 'born-day']],
  ['en', ['born-day', 'born-month', 'born-year']],
  ['ar', ['born-day', 'born-month', 'born-year']],
])('asks in the order of %s', (language, names) => {
  const { getAllByRole } = renderInLanguage(<DateField name="born" label="?" />, language)
  expect(getAllByRole('textbox').map((box) => (box as HTMLInputElement).name)).toEqual(names)
})

it('marks only the part that is wrong and keeps the values', () => {
  const { getByLabelText } = renderInLanguage(
    <DateField name="born" label="Born" value={{ day: '31', month: '13', year: '1980' }} error="Month must be 1 to 12" errorParts={['month']} />,
  )
  expect(getByLabelText('Month').getAttribute('aria-invalid')).toBe('true')
  expect(getByLabelText('Day').getAttribute('aria-invalid')).toBeNull()
  expect((getByLabelText('Year') as HTMLInputElement).value).toBe('1980')
})
