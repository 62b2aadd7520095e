import { z } from 'zod'

import { typeKeys, typeWord } from '#app/kernel/definition/question-type.ts'
import { nameSchema } from '#app/kernel/definition/service-schema.ts'

/** The files beside the services: city, departments, dictionary, registers. */

export const citySchema = z.strictObject({ city: nameSchema, zone: z.string(), currency: z.string().length(3), calendar: nameSchema })

export const departmentsSchema = z.strictObject({
  departments: z.record(nameSchema, z.strictObject({ roles: z.array(nameSchema).min(1) })),
})

export const dictionarySchema = z.strictObject({
  concepts: z.record(
    nameSchema,
    z.strictObject({ type: typeWord, classification: z.enum(['public', 'internal', 'personal', 'sensitive']), ...typeKeys }),
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
