// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { govukFixture, outline } from '../govuk-fixture.ts'
import { renderInLanguage } from '../render-in-language.tsx'
import { TextField } from './text-field.tsx'

it('is marked up like govuk-frontend\'s input with hint and error', () => {
  const { container } = renderInLanguage(
    <TextField
      name="with-error-hint" label="National insurance number" error="Enter a National Insurance number in the correct format"
      hint="It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’."
    />,
  )
  expect(outline(container.innerHTML)).toBe(govukFixture('input', 'with error and hint'))
})

it('reads hint and error with the field, and says it is wrong', () => {
  const { getByRole } = renderInLanguage(<TextField name="seats" label="Seats" hint="1 to 500" error="Enter a number" />)
  const input = getByRole('textbox', { name: 'Seats' })
  expect(input.getAttribute('aria-describedby')).toBe('seats-hint seats-error')
  expect(input.getAttribute('aria-invalid')).toBe('true')
})

it('keeps what was typed and marks what is optional', () => {
  const { getByLabelText } = renderInLanguage(<TextField name="note" label="Note" optional value="<b>" />)
  expect((getByLabelText('Note (optional)') as HTMLInputElement).value).toBe('<b>')
})

it('takes a number as text with a number pad, written from the left in Arabic too', () => {
  const { getByLabelText } = renderInLanguage(<TextField name="area" label="Area" type="number" suffix="m²" width={5} />, 'ar')
  expect(getByLabelText('Area')).toMatchObject({ type: 'text', inputMode: 'decimal', dir: 'ltr' })
})
