import { z } from 'zod'

import { nameSchema } from './service-schema.ts'

/** The form of tables.yaml. What stands in the cells is read by `readTable`. */

const LONGEST_CELL = 1000
/** What can still be proved at once. */
const MOST_CELLS = 600
const text = z.string().min(1).max(LONGEST_CELL)
const cell = z.union([text, z.number(), z.boolean(), z.null()])

/** zod passes over a key `__proto__` in silence; a column that is silently off must not be. */
const everyKey = z.unknown().superRefine((value, context) => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '__proto__')) return
  context.addIssue({ code: 'unrecognized_keys', keys: ['__proto__'], input: { ...value } })
})

const rowSchema = everyKey.pipe(z.object({ gives: z.union([text, z.number(), z.boolean()]) }).catchall(cell))

/** One table: the values it reads, one a column, and its rows, of which exactly one holds. */
export const tableSchema = z
  .strictObject({
    reads: z.array(nameSchema).min(1).max(10),
    rows: z.array(rowSchema).min(1).max(200),
  })
  .refine(({ reads, rows }) => reads.length * rows.length <= MOST_CELLS, `a table has at most ${MOST_CELLS} cells, rows times columns: make several, by the values of one column`)
export type TableSource = z.infer<typeof tableSchema>
export type RowSource = TableSource['rows'][number]

/** The whole file. */
export const tablesSchema = z.strictObject({ tables: everyKey.pipe(z.record(nameSchema, tableSchema)) })
