// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { Table } from './table.tsx'

const columns = [{ key: 'step', header: 'Step' }, { key: 'days', header: 'Days', numeric: true }]
const rows = [{ id: '1', cells: { step: 'Fire review', days: 4 } }]

it('names its rows and columns and lines up numbers', () => {
  const { getByRole } = renderInLanguage(<Table caption="Waiting" columns={columns} rows={rows} />)
  const table = getByRole('table', { name: 'Waiting' })
  expect(within(table).getByRole('rowheader').textContent).toBe('Fire review')
  expect(within(table).getByRole('cell').className).toContain('--numeric')
})

it('can be scrolled by keyboard', () => {
  const { getByRole } = renderInLanguage(<Table caption="Waiting" columns={columns} rows={rows} />)
  expect(getByRole('region', { name: 'Waiting' }).tabIndex).toBe(0)
})
