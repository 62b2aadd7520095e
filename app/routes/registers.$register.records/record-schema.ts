import { z } from 'zod'

import { isDate } from '#app/kernel/case/check-answer.ts'

const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)
const date = z.string().refine(isDate, 'must be a date, YYYY-MM-DD')
const value = z.union([z.string().max(5000), z.number().int(), z.boolean(), z.null()])

/** A record as a register sends it. */
export const recordSchema = z.strictObject({
  entity: name,
  /** Identity number or credit code. */
  subject: z.string().min(1).max(64),
  key: z.string().min(1).max(64),
  data: z.record(name, value),
  asOf: date,
  validUntil: date.nullable(),
  standing: z.enum(['valid', 'suspended', 'revoked']).default('valid'),
})
