import { z } from 'zod'

import { isIsoDate } from '#app/kernel/clock/iso-date.ts'
import { caseEnds } from '#app/kernel/definition/definition.ts'
import { nameSchema } from '#app/kernel/definition/service-schema.ts'

/** The vocabulary of examples.yaml, key by key. */

const plain = z.union([z.string(), z.number(), z.boolean()])
const given = z.record(z.string(), plain)
const entity = z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/, 'write a kind of record as register.entity')
const records = z.record(entity, z.union([given, z.array(given)]))
const date = z.string().refine(isIsoDate, 'write a day as 2026-03-02')
const span = z.string().regex(/^[1-9][0-9]{0,3}(wd|d|h)$/, 'write a time as 5wd (working days), 5d (calendar days) or 48h (hours)')

/** What examples of one file share: who applies, and what they usually answer. */
const applicantSchema = z.strictObject({ records: records.optional(), others: z.record(z.string(), records).optional(), answers: given.optional() })
export type ApplicantSource = z.infer<typeof applicantSchema>

export const fileSchema = z.strictObject({ applicants: z.record(nameSchema, applicantSchema).optional(), examples: z.array(z.unknown()).min(1) })

export const exampleSchema = z.strictObject({
  example: z.string().min(1).max(200),
  begins: date,
  who: nameSchema.optional(),
  records: records.optional(),
  others: z.record(z.string(), records).optional(),
  answers: given.optional(),
  picks: z.record(nameSchema, z.number().int().min(1)).optional(),
  asked: z.array(z.string()).optional(),
  steps: z.array(z.record(z.string(), z.unknown())).optional(),
  ends: z.enum(caseEnds).optional(),
  ends_on: date.optional(),
  makes: z.array(nameSchema).optional(),
  working_days: z.number().int().min(0).optional(),
  shows: z.record(nameSchema, plain.nullable()).optional(),
  refused_at_once: z.string().regex(/^[a-z][a-z0-9_]*(\.[1-9][0-9]?)?$/, 'write the reason of a requirement, or the name of an answer that is not taken').optional(),
})
export type ExampleSource = z.infer<typeof exampleSchema>

/** What a step may say beside its name and how it came out. */
export const stepOptionsSchema = z.strictObject({
  after: span.optional(),
  sets: given.optional(),
  reason: nameSchema.optional(),
  reports: z.record(z.string(), nameSchema).optional(),
  asks: z.record(z.string(), nameSchema).optional(),
  gives: given.optional(),
  record: given.optional(),
  takes: given.optional(),
  amount: z.number().int().min(0).optional(),
})

export const stepOptionNames: readonly string[] = Object.keys(stepOptionsSchema.shape)
