import { z } from 'zod'

/** What a value may be: of a question, of a register's field, of a value a desk sets. */
export type QuestionType =
  | { type: 'integer'; min: number; max: number }
  | { type: 'money'; max: number }
  | { type: 'text'; maxLength: number }
  | { type: 'phone' }
  | { type: 'choice'; of: readonly string[] }
  | { type: 'yes_no' }
  | { type: 'date'; notBefore: 'today' | null; notAfter: 'today' | null }
  | { type: 'file'; accept: readonly FileKind[]; maxBytes: number }

export const fileKinds = ['pdf', 'png', 'jpeg'] as const
export type FileKind = (typeof fileKinds)[number]

/** Uploads above this many bytes are refused unless a question says less. */
export const MAX_FILE_BYTES = 10_000_000

const TEXT_LENGTH = 500
const INTEGER_LIMIT = 1_000_000_000

const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'write a name in small letters, digits and _')
const today = z.literal('today')

/** The keys by which a service file or the dictionary says what a value may be. */
export const typeKeys = {
  of: z.array(name).min(2).max(50).optional(),
  range: z
    .tuple([z.number().int(), z.number().int()])
    .refine(([low, high]) => low <= high, 'write the smaller number first')
    .optional(),
  max_length: z.number().int().min(1).max(5000).optional(),
  accept: z.array(z.enum(fileKinds)).min(1).optional(),
  not_before: today.optional(),
  not_after: today.optional(),
}

export const typeWord = z.enum(['integer', 'money', 'text', 'phone', 'choice', 'yes_no', 'date', 'file'])

export type TypeSpec = {
  word: z.infer<typeof typeWord>
  of?: string[] | undefined
  range?: [number, number] | undefined
  max_length?: number | undefined
  accept?: FileKind[] | undefined
  not_before?: 'today' | undefined
  not_after?: 'today' | undefined
}

/** The full type that a short spec in a file stands for. */
export function questionType(spec: TypeSpec): QuestionType {
  switch (spec.word) {
    case 'integer':
      return { type: 'integer', min: spec.range?.[0] ?? 0, max: spec.range?.[1] ?? INTEGER_LIMIT }
    case 'money':
      return { type: 'money', max: spec.range?.[1] ?? INTEGER_LIMIT }
    case 'text':
      return { type: 'text', maxLength: spec.max_length ?? TEXT_LENGTH }
    case 'phone':
      return { type: 'phone' }
    case 'choice':
      return { type: 'choice', of: spec.of ?? [] }
    case 'yes_no':
      return { type: 'yes_no' }
    case 'date':
      return { type: 'date', notBefore: spec.not_before ?? null, notAfter: spec.not_after ?? null }
    case 'file':
      return { type: 'file', accept: spec.accept ?? [...fileKinds], maxBytes: MAX_FILE_BYTES }
    default:
      return spec.word satisfies never
  }
}
