// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { StepIndicator } from './step-indicator.tsx'

const steps = [{ name: 'Records' }, { name: 'Hot kitchen', skipped: true }, { name: 'Address' }, { name: 'Review' }]

it('says the step in words, for phones', () => {
  const { container } = renderInLanguage(<StepIndicator steps={steps} current={2} />)
  expect(container.querySelector('p')!.textContent).toBe('Step 3 of 4: Address')
})

it('marks the current step, what is done and what is not needed', () => {
  const { getAllByRole } = renderInLanguage(<StepIndicator steps={steps} current={2} />)
  const items = getAllByRole('listitem')
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, null, 'step', null])
  expect(items[0]!.textContent).toContain('(completed)')
  expect(items[1]!.textContent).toContain('(not needed)')
})
