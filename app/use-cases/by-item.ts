import type { DataField } from '#app/kernel/definition/definition.ts'
import { itemOf } from '#app/kernel/definition/item-name.ts'

type OfField = { field: Pick<DataField, 'name' | 'each'> }

/** Rows in their order, but what stands for each item together: all of the first employee, then all of the second. */
export function byItem<Row extends OfField>(rows: readonly Row[]): Row[] {
  return runsOf(rows).flatMap((run) => run.sort((a, b) => (itemOf(a.field.name) ?? 0) - (itemOf(b.field.name) ?? 0)))
}

/** Neighbours of one `each` stay together; everything else stands alone. */
function runsOf<Row extends OfField>(rows: readonly Row[]): Row[][] {
  return rows.reduce<Row[][]>((runs, row) => {
    const last = runs.at(-1)
    if (last && row.field.each !== null && last[0]?.field.each === row.field.each) last.push(row)
    else runs.push([row])
    return runs
  }, [])
}
