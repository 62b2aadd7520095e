import { z } from 'zod'

import { isDate } from '#app/kernel/case/check-answer.ts'

/** What goes over the wire between the portal and a register: public/contracts/register.openapi.yaml in code. */

/** The answer's signature travels in this header; the request's is a bearer token. */
export const SIGNATURE_HEADER = 'register-signature'

/** Where reads go, below the register's address. */
export const READ_PATH = '/read'

const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)
const subject = z.string().min(1).max(64)
const date = z.string().refine(isDate, 'must be a date, YYYY-MM-DD')
const value = z.union([z.string().max(5000), z.number().int(), z.boolean(), z.null()])

/** A bulk read as the portal sends it. */
export const readSchema = z.strictObject({
  request: z.uuid(),
  /** Empty where somebody looks at their own records, which needs none. */
  agreement: z.string().max(100),
  purpose: z.string().min(1).max(100),
  reason: z.string().min(1).max(100),
  wanted: z
    .array(z.strictObject({ entity: name, subject, fields: z.array(name).min(1).max(200) }))
    .min(1)
    .max(200),
})
export type Read = z.infer<typeof readSchema>

/** An answer as a register sends it. A record that says nothing of its standing is valid. */
export const answerSchema = z.strictObject({
  records: z.array(
    z.strictObject({
      entity: name,
      subject,
      key: z.string().min(1).max(64),
      data: z.record(name, value),
      asOf: date,
      validUntil: date.nullable(),
      standing: z.enum(['valid', 'suspended', 'revoked']).default('valid'),
    }),
  ),
})
export type AnsweredRecord = z.output<typeof answerSchema>['records'][number]
