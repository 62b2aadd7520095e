// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { BarChart } from './bar-chart.tsx'
import { Histogram } from './histogram.tsx'
import { LineChart } from './line-chart.tsx'
import { StackedBar, worstOf } from './stacked-bar.tsx'

const text = { title: 'Food permits take three days less' }
const description = 'From 16 in May to 13 in June'
const step = (name: string, office: number, applicant = 0) => ({ name, office, applicant, other: 0 })

const charts = [
  ['LineChart', <LineChart {...text} description={description} axis="Month" labels={['May', 'June']} series={[{ name: 'Median', values: [16, 13] }]} target={13} />],
  ['BarChart', <BarChart {...text} axis="Service" measure="Days" bars={[{ name: 'Food permit', value: 13 }]} />],
  ['StackedBar', <StackedBar {...text} steps={[step('Fire review', 4, 2)]} />],
  ['Histogram', <Histogram {...text} description={description} axis="Days" measure="Cases" bins={[{ label: '1–5', count: 7 }, { label: '6–10', count: 2, late: true }]} promise="5 days" />],
] as const

it.each(charts)('%s says its finding, gives its figures as a table and has no inline styles', (_, chart) => {
  const { getByRole, container } = renderInLanguage(chart)
  expect(getByRole('heading', { level: 3, name: text.title })).toBeTruthy()
  expect(within(container.querySelector('details')!).getAllByRole('row', { hidden: true }).length).toBeGreaterThan(1)
  expect(container.querySelector('[style]')).toBeNull()
})

it.each(charts)('%s mirrors its drawing in Arabic', (_, chart) => {
  const shapes = (language: 'en' | 'ar') => [...renderInLanguage(chart, language).container.querySelectorAll('figure > :not(.ot-legend) svg')].map((svg) => svg.innerHTML.replace(/id="[^"]*"|#[^)]*\)/g, ''))
  const [english, arabic] = [shapes('en'), shapes('ar')]
  const symmetric = chart === charts[1][1] || chart === charts[2][1]
  if (!symmetric) expect(arabic).not.toEqual(english)
})

it('a line chart names its drawing and shows its target', () => {
  const { getByRole, getByText } = renderInLanguage(charts[0][1])
  expect(getByRole('img', { name: /Food permits/ })).toBeTruthy()
  expect(getByText('Target: 13')).toBeTruthy()
})

it('a stacked bar marks the step where the office itself takes longest', () => {
  const steps = [step('Acceptance', 1, 30), step('Fire review', 6), step('Decision', 2)]
  const { getByText } = renderInLanguage(<StackedBar {...text} steps={steps} />, 'zh-CN')
  expect(getByText('最慢环节').closest('li')!.textContent).toContain('Fire review')
  expect(worstOf([step('Idle', 0)])).toBeUndefined()
})

it('survives having no data', () => {
  const { container } = renderInLanguage(
    <>
      <LineChart {...text} description={description} axis="Month" labels={[]} series={[]} />
      <BarChart {...text} axis="Service" measure="Days" bars={[]} />
      <StackedBar {...text} steps={[]} />
      <Histogram {...text} description={description} axis="Days" measure="Cases" bins={[]} />
    </>,
  )
  expect(container.innerHTML).not.toMatch(/NaN|Infinity/)
})
