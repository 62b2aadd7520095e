// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { govukFixture, outline } from '../govuk-fixture.ts'
import { Button } from './button.tsx'

it.each([
  ['default', <Button>Save and continue</Button>],
  ['secondary', <Button variant="secondary" name="secondary">Secondary button</Button>],
  ['warning', <Button variant="warning" name="Warning">Warning button</Button>],
])('is marked up like govuk-frontend\'s %s button', (name, button) => {
  expect(outline(renderInLanguage(button).container.innerHTML)).toBe(govukFixture('button', name))
})

it('is a plain link when it only leads somewhere', () => {
  const { getByRole } = renderInLanguage(<Button href="/apply">Start</Button>)
  expect(getByRole('link', { name: 'Start' }).className).toBe('govuk-button')
})

it('says which button was pressed, and is guarded against a second click unless told otherwise', () => {
  const { getByText } = renderInLanguage(
    <>
      <Button name="outcome" value="approve">Approve</Button>
      <Button preventDoubleClick={false}>Add</Button>
    </>,
  )
  expect(getByText('Approve')).toMatchObject({ name: 'outcome', value: 'approve', type: 'submit' })
  expect(getByText('Approve').hasAttribute('data-prevent-double-click')).toBe(true)
  expect(getByText('Add').hasAttribute('data-prevent-double-click')).toBe(false)
})
