// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { govukFixture, outline } from '../govuk-fixture.ts'
import { renderInLanguage } from '../render-in-language.tsx'
import { RadioGroup } from './radio-group.tsx'

const kitchens = [{ value: 'none', text: 'No kitchen' }, { value: 'hot', text: 'Hot kitchen', hint: 'With open fire' }]

it('is marked up like govuk-frontend\'s radios with an error', () => {
  const items = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]
  const { container } = renderInLanguage(<RadioGroup name="example" label="Have you changed your name?" items={items} value="no" error="Please select an option" />)
  expect(outline(container.innerHTML)).toBe(govukFixture('radios', 'with fieldset and error message'))
})

it('reads the hint of a choice with it', () => {
  const { getByRole } = renderInLanguage(<RadioGroup name="kitchen" label="Kitchen" items={kitchens} />)
  expect(getByRole('radio', { name: 'Hot kitchen' }).getAttribute('aria-describedby')).toBe('kitchen-2-item-hint')
})

it('checks the answer and nothing else', () => {
  const { getByLabelText } = renderInLanguage(<RadioGroup name="kitchen" label="Kitchen" items={kitchens} value="hot" />)
  expect((getByLabelText('Hot kitchen') as HTMLInputElement).checked).toBe(true)
  expect((getByLabelText('No kitchen') as HTMLInputElement).checked).toBe(false)
})

it('tells the error once, on the group, and links to the first choice', () => {
  const { getByRole, container } = renderInLanguage(<RadioGroup name="kitchen" label="Kitchen" items={kitchens} error="Choose a kitchen" />)
  expect(getByRole('group', { name: 'Kitchen' }).getAttribute('aria-describedby')).toBe('kitchen-error')
  expect(container.querySelector('[aria-invalid]')).toBeNull()
  expect(container.querySelector('#kitchen')).toBe(getByRole('radio', { name: 'No kitchen' }))
})
