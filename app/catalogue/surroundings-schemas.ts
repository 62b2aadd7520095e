import { z } from 'zod'

import { isDate } from '#app/kernel/case/check-answer.ts'
import { typeKeys, typeWord } from '#app/kernel/definition/question-type.ts'
import { nameSchema } from '#app/kernel/definition/service-schema.ts'

/** The files beside the services: city, departments, dictionary, registers. */

export const citySchema = z.strictObject({
  city: nameSchema,
  zone: z.string(),
  currency: z.string().length(3),
  calendar: nameSchema,
  themes: z.record(nameSchema, z.array(z.enum(['person', 'business'])).min(1)).optional(),
})

const desk = z.string().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/, 'write a desk as department.role, or department.role.region')

export const departmentsSchema = z.strictObject({
  departments: z.record(nameSchema, z.strictObject({ roles: z.array(nameSchema).min(1), regions: z.array(nameSchema).min(1).optional() })),
  posts: z.array(z.strictObject({ desks: z.array(desk).min(1), people: z.number().int().min(1).max(10_000) })).optional(),
})

export const dictionarySchema = z.strictObject({
  concepts: z.record(
    nameSchema,
    z.strictObject({
      type: typeWord,
      classification: z.enum(['public', 'internal', 'personal', 'sensitive']),
      is: nameSchema.optional(),
      holder: nameSchema.optional(),
      reusable: z.string().regex(/^[1-9][0-9]{0,2}[yd]$/, 'write how long a checked document can be used again, as 2y or 90d').optional(),
      ...typeKeys,
    }),
  ),
})

export const registerSchema = z.strictObject({
  register: nameSchema,
  owner: nameSchema,
  refreshed: z.string(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  addresses: z.array(z.union([z.cidrv4(), z.cidrv6()], 'write a network as 10.1.0.0/16')).optional(),
  entities: z.record(
    nameSchema,
    z.strictObject({
      subject: z.enum(['person', 'company']),
      many: z.boolean().optional(),
      fields: z.record(nameSchema, z.strictObject({ concept: nameSchema })),
    }),
  ),
})

const fieldName = z.array(nameSchema).min(1)
export const agreementsSchema = z.strictObject({
  register: nameSchema,
  agreements: z.array(
    z.strictObject({
      agreement: z.string().regex(/^[a-z][a-z0-9_-]{0,99}$/, 'write lower case letters, digits and hyphens'),
      service: z.string(),
      purpose: nameSchema,
      legal: z.string().min(1),
      steward: desk,
      fields: z.record(nameSchema, fieldName),
      until: z.string().refine(isDate, 'write a date as YYYY-MM-DD'),
    }),
  ),
})

/** Years, or `forever`: a law that lets nothing be destroyed. */
const yearsSchema = z.union([z.number().int().min(1).max(100), z.literal('forever')])

export const retentionSchema = z.strictObject({
  drafts: z.strictObject({ untouched_days: z.number().int().min(30).max(3650), warned_days: z.number().int().min(7).max(90) }),
  default: z.strictObject({ years: yearsSchema, basis: z.string().min(1) }),
  services: z.array(z.strictObject({ service: z.string(), years: yearsSchema, basis: z.string().min(1) })),
})

export const delaysSchema = z.strictObject({
  delays: z.array(z.strictObject({ service: z.string(), task: nameSchema, days: z.number().int().min(1).max(3650), legal: z.string().min(1) })),
})
