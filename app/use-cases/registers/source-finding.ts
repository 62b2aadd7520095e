import type { FieldQuality, RegisterQuality } from './source-quality.ts'

/**
 * The one thing a steward should know first of a register. `silent`: requests that brought nothing; `disputed` and
 * `conflict`: of the values of a field that were given; `gap`: of those asked for.
 */
export type Finding =
  | { kind: 'unused' }
  | { kind: 'sound'; of: number }
  | { kind: 'silent'; count: number; of: number }
  | { kind: 'disputed' | 'conflict' | 'gap'; field: Pick<FieldQuality, 'entity' | 'field' | 'concept'>; count: number; of: number }

/**
 * The worst by share: requests without an answer, values disputed, values that applicants give otherwise. Gaps come after
 * all of these, since many a value is not held because there is none to hold.
 */
export function findingOf(quality: RegisterQuality): Finding {
  const { requests, noAnswer, wrongAnswer, fields } = quality
  const silent: Finding[] = noAnswer + wrongAnswer > 0 ? [{ kind: 'silent', count: noAnswer + wrongAnswer, of: requests }] : []
  const disputed = fields.flatMap((field) => wrong('disputed', field, field.disputes, field.held))
  const conflict = fields.flatMap((field) => wrong('conflict', field, field.conflicts, field.held))
  const gaps = fields.flatMap((field) => wrong('gap', field, field.notHeld, field.held + field.notHeld))
  return worst([...disputed, ...silent, ...conflict]) ?? worst(gaps) ?? (requests === 0 ? { kind: 'unused' } : { kind: 'sound', of: requests })
}

/** Values may be disputed that were given before the period: there can't be fewer given than disputed. */
function wrong(kind: 'disputed' | 'conflict' | 'gap', { entity, field, concept }: FieldQuality, count: number, of: number): Finding[] {
  return count === 0 ? [] : [{ kind, field: { entity, field, concept }, count, of: Math.max(count, of) }]
}

/** The first of those with the greatest share. */
function worst(findings: readonly Finding[]): Finding | null {
  const share = (one: Finding): number => ('count' in one && one.of > 0 ? one.count / one.of : 0)
  return findings.reduce<Finding | null>((most, one) => (most === null || share(one) > share(most) ? one : most), null)
}
