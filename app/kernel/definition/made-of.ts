import type { Made } from './definition.ts'
import type { Shape } from './read-flow.ts'

/** What an `auto` makes; null if it says nothing, or two things at once. */
export function madeOf(read: Shape<'auto'>): Made | null {
  const { certificate, letter, revokes, amendment, shows, valid, renew_before, record, holder } = read.makes
  if ([certificate, revokes, amendment].filter((one) => one !== undefined).length > 1) return null
  if (letter) return certificate ? null : withLetter(letter, revokes, amendment)
  if (!certificate) return null
  const [register, entity] = record?.split('.') ?? []
  return {
    kind: 'certificate',
    template: certificate,
    shows: shows ?? [],
    validYears: valid ? Number.parseInt(valid, 10) : null,
    renewBeforeDays: renew_before ? Number.parseInt(renew_before, 10) : null,
    record: register && entity ? { register, entity, holder: holder ?? null } : null,
  }
}

const withLetter = (template: string, revokes: string | undefined, amendment: string | undefined): Made => {
  if (revokes) return { kind: 'revocation', template, of: revokes }
  return amendment ? { kind: 'amendment', template, value: amendment } : { kind: 'letter', template }
}
