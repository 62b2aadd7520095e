import { z } from 'zod'

import { assurances } from '#app/kernel/assurance.ts'

import { caseEnds, channels, deliveries } from './definition.ts'
import { typeKeys, typeWord } from './question-type.ts'

/** The vocabulary of service.yaml, key by key. Unknown keys are refused: a misspelt rule must never be silently off. */

const NAME = /^[a-z][a-z0-9_]{0,59}$/
/** `constructor` is what JavaScript finds in every object: the one such name in small letters. */
export const nameSchema = z
  .string()
  .regex(NAME, 'write a name in small letters, digits and _, beginning with a letter')
  .refine((name) => name !== 'constructor', '"constructor" can not be a name: choose another')
const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'write an id in small letters, digits and -')
const desk = z.string().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, 'write a desk as department.role')
const registerField = z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+\.[a-z0-9_]+$/, 'write a source as register.entity.field')
const registerEntity = z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/, 'write a register as register.entity')
const SPAN = 'write a time as 5wd (working days), 5d (calendar days) or 48h (hours)'
const BY = 'write a desk as department.role, { all: [two desks, or more] }, or { department: a value that names it, role: role }'
const WORKING_DAYS = 'write working days, as 20wd'
const span = z.string(SPAN).regex(/^[1-9][0-9]{0,3}(wd|d|h)$/, SPAN)
const condition = z.string().min(1).max(1000)
const count = z.number().int().min(0).max(100)
const end = z.enum(caseEnds)
const clock = z.enum(['stopped', 'running'])
const workingDays = z.string(WORKING_DAYS).regex(/^[1-9][0-9]{0,3}wd$/, WORKING_DAYS)
const names = z.array(nameSchema).min(1)
const reasons = z.record(nameSchema, names)
const steps = z.array(z.unknown()).min(1)

/** Far more than any service has; the proof of a larger one could keep everybody waiting. */
const MOST_DATA = 120
const MOST_BRANCHES = 50
const MOST_REQUIREMENTS = 50

export const fieldSchema = z.strictObject({
  from: registerField.optional(),
  ask: typeWord.optional(),
  set_by: nameSchema.optional(),
  one_of: typeKeys.of,
  pick: z.literal('one').optional(),
  with: nameSchema.optional(),
  holder: nameSchema.optional(),
  each: nameSchema.optional(),
  table: nameSchema.optional(),
  editable: z.boolean().optional(),
  optional: z.boolean().optional(),
  concept: nameSchema.optional(),
  when: condition.optional(),
  seen_by: names.optional(),
  promisable: nameSchema.optional(),
  tolerable: z.boolean().optional(),
  waiver: z.string().min(1).optional(),
  ...typeKeys,
})
export type FieldSource = z.infer<typeof fieldSchema>

const guideSchema = z.strictObject({
  kind: z.enum(['instant', 'promised']),
  type: z.enum(['permit', 'registration', 'confirmation', 'benefit', 'public_service']),
  channels: z.array(z.enum(channels)).min(1),
  delivery: z.array(z.enum(deliveries)).min(1),
  trip: nameSchema.optional(),
  questions: names,
})

export const serviceSchema = z.strictObject({
  service: id,
  version: z.number().int().min(1),
  lead: nameSchema,
  for: z.enum(['person', 'business']),
  opens: z.enum(['by_applicant', 'by_link']).optional(),
  assurance: z.enum(assurances).optional(),
  theme: id.optional(),
  icon: id.optional(),
  legal: z.string().min(1),
  limit: workingDays,
  promise: workingDays,
  guide: guideSchema.optional(),
  guarantee: z.strictObject({ trips: count, site_visits: count, returns: count }),
  data: z
    .record(nameSchema, fieldSchema)
    .refine((data) => Object.keys(data).length <= MOST_DATA, `a service has at most ${MOST_DATA} data names: make it two`)
    .optional(),
  requires: z.array(z.strictObject({ when: condition, reason: nameSchema })).max(MOST_REQUIREMENTS).optional(),
  flow: z.array(z.unknown()).min(1),
  on: z
    .strictObject({
      withdraw: z.strictObject({ by: z.literal('applicant'), before: nameSchema, end: z.literal('withdrawn') }).optional(),
      extend: z.strictObject({ by: desk, more: workingDays, reasons: names }).optional(),
      appeal: z.strictObject({ by: z.literal('applicant'), after: z.array(end).min(1), within: span, do: steps }).optional(),
      revoke: z.strictObject({ by: desk, reasons: names }).optional(),
      suspend: z.strictObject({ by: desk, reasons: names }).optional(),
    })
    .optional(),
})
export type ServiceSource = z.infer<typeof serviceSchema>

/** One schema a node word. `do` and branches stay unknown here: each step is read by its own word. */
export const nodeSchemas = {
  stage: z.strictObject({
    stage: nameSchema,
    returns: z
      .strictObject({ to: z.literal('applicant'), merge: z.literal(true), max: z.number().int().min(1).max(5), within: span, clock, else: end })
      .optional(),
    do: steps,
  }),
  task: z.strictObject({
    task: nameSchema,
    when: condition.optional(),
    after: names.optional(),
    by: z.union([desk, z.strictObject({ all: z.array(desk).min(2).max(10) }), z.strictObject({ department: nameSchema, role: nameSchema })], BY),
    region: nameSchema.optional(),
    not_by: z.array(nameSchema).optional(),
    counts: z.strictObject({ trips: count.optional(), site_visits: count.optional() }).optional(),
    within: span,
    clock: clock.optional(),
    outcomes: z.array(nameSchema).min(1).max(10),
    silence: nameSchema.optional(),
    sets: z.array(nameSchema).optional(),
    reasons: reasons.optional(),
  }),
  parallel: z.strictObject({ parallel: z.array(z.unknown()).min(2).max(MOST_BRANCHES) }),
  choose: z.strictObject({ choose: z.array(z.unknown()).min(2).max(MOST_BRANCHES) }),
  each: z.strictObject({ each: nameSchema, of: nameSchema, do: steps }),
  wait: z.strictObject({
    wait: nameSchema,
    when: condition.optional(),
    after: names.optional(),
    for: z.enum(['payment', 'record', 'notice', 'materials']),
    objections: z.boolean().optional(),
    amount: z.union([z.number().int().min(1), nameSchema], 'write an amount in fen, or the name of a value that is money').optional(),
    payee: nameSchema.optional(),
    legal: z.string().min(1).optional(),
    record: registerEntity.optional(),
    within: span,
    clock: clock.optional(),
    else: end.optional(),
  }),
  sub: z.strictObject({
    sub: nameSchema,
    service: id,
    version: z.number().int().min(1),
    when: condition.optional(),
    after: names.optional(),
    takes: names.optional(),
    company: nameSchema.optional(),
  }),
  auto: z.strictObject({
    auto: nameSchema,
    makes: z.strictObject({
      revokes: nameSchema.optional(),
      amendment: nameSchema.optional(),
      certificate: nameSchema.optional(),
      letter: nameSchema.optional(),
      shows: z.array(nameSchema).optional(),
      valid: z.string().regex(/^[1-9][0-9]?y$/, 'write a validity in years, as 3y').optional(),
      renew_before: z.string().regex(/^[1-9][0-9]{0,2}d$/, 'write calendar days, as 90d').optional(),
      record: registerEntity.optional(),
      holder: nameSchema.optional(),
    }),
  }),
  end: z.strictObject({ end }),
} as const

export type NodeWord = keyof typeof nodeSchemas
export const nodeWords = Object.keys(nodeSchemas) as readonly NodeWord[]

export const branchSchema = z.union([
  z.strictObject({ when: condition, do: steps }),
  z.strictObject({ else: z.null(), do: steps }),
], 'a branch has when: (a condition) and do:, or else: and do:')
