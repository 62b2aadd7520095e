// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { FileField } from './file-field.tsx'

it('names the endings it takes and what is already there', () => {
  const { getByLabelText, getByText } = renderInLanguage(<FileField name="plan" label="Floor plan" hint="Up to 5 MB" accept={['pdf', 'png']} uploaded="plan.pdf" />)
  const input = getByLabelText('Floor plan') as HTMLInputElement
  expect(input.accept).toBe('.pdf,.png')
  expect(input.getAttribute('aria-describedby')).toBe('plan-hint plan-uploaded')
  expect(getByText('Uploaded: plan.pdf').id).toBe('plan-uploaded')
})
