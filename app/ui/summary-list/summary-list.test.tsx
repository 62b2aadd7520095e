// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { SummaryList } from './summary-list.tsx'

const change = { href: '/apply/1/seats', text: 'Change', hiddenText: 'seats' }

it('pairs names with answers, and says so when there is none', () => {
  const { getAllByRole } = renderInLanguage(<SummaryList rows={[{ name: 'Seats', value: 40 }, { name: 'Note' }]} />)
  expect(getAllByRole('definition').map((answer) => answer.textContent)).toEqual(['40', 'Not provided'])
})

it('names what a change link changes', () => {
  const { getByRole } = renderInLanguage(<SummaryList rows={[{ name: 'Seats', value: 40, actions: [change] }]} />)
  expect(getByRole('link', { name: 'Change seats' }).getAttribute('href')).toBe('/apply/1/seats')
})

it('keeps the columns straight where one row has no action', () => {
  const { container } = renderInLanguage(<SummaryList rows={[{ name: 'Seats', value: 40, actions: [change] }, { name: 'Operator', value: 'Li' }]} />)
  expect(container.querySelectorAll('.govuk-summary-list__row--no-actions')).toHaveLength(1)
})

it('shows the register beside a value, and a card under its own heading', () => {
  const { getByRole, container } = renderInLanguage(
    <SummaryList title="Company" level={3} rows={[{ name: 'Name', value: 'Li', source: { register: 'Companies', asOf: '2026-10-01', locked: true } }]} />,
  )
  expect(getByRole('heading', { level: 3, name: 'Company' })).toBeTruthy()
  expect(container.querySelector('.ot-source')!.textContent).toContain('Companies, 1 Oct 2026')
})
