import type { Made } from './definition.ts'
import type { Shape } from './read-flow.ts'

/** What an `auto` makes; null if it says nothing, or two things at once. */
export function madeOf(read: Shape<'auto'>): Made | null {
  const { certificate, letter, revokes, shows, valid, renew_before, record, holder } = read.makes
  if (letter) return certificate ? null : revokes ? { kind: 'revocation', template: letter, of: revokes } : { kind: 'letter', template: letter }
  if (!certificate || revokes) return null
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
