import { expect, it } from 'vitest'

import { byItem } from './by-item.ts'

const row = (name: string, each: string | null = null) => ({ field: { name, each } })
const names = (rows: readonly { field: { name: string } }[]): string[] => rows.map(({ field }) => field.name)

it('puts together what belongs to one item, and leaves the rest where it stands', () => {
  const rows = [row('phone'), row('name.1', 'all'), row('name.2', 'all'), row('name.10', 'all'), row('wage.1', 'all'), row('wage.2', 'all'), row('wage.10', 'all'), row('sum'), row('room.1', 'rooms')]
  expect(names(byItem(rows))).toEqual(['phone', 'name.1', 'wage.1', 'name.2', 'wage.2', 'name.10', 'wage.10', 'sum', 'room.1'])
})

it('does nothing to nothing', () => expect(byItem([])).toEqual([]))
