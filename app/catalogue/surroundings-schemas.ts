import { z } from 'zod'

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
      ...typeKeys,
    }),
  ),
})

export const registerSchema = z.strictObject({
  register: nameSchema,
  owner: nameSchema,
  refreshed: z.string(),
  entities: z.record(
    nameSchema,
    z.strictObject({
      subject: z.enum(['person', 'company']),
      many: z.boolean().optional(),
      fields: z.record(nameSchema, z.strictObject({ concept: nameSchema })),
    }),
  ),
})
