import type { Register } from '#app/kernel/definition/surroundings.ts'
import type { SourceCount, SourceCountKind } from '#db/store.ts'

/** What the counts of a period say of one register. */
export type RegisterQuality = {
  register: string
  owner: string
  refreshed: string
  /** Bulk reads, and those that brought nothing. */
  requests: number
  noAnswer: number
  wrongAnswer: number
  /** Null: it was not asked. */
  answered: number | null
  /** Those of which anything was counted, in the order of the register's file. */
  fields: readonly FieldQuality[]
  /** Declared, and not asked for in this time. */
  unused: number
}

export type FieldQuality = {
  entity: string
  field: string
  /** Null: the register no longer has this field. */
  concept: string | null
  held: number
  notHeld: number
  /** Share of those asked for that were not held; null: none was asked for. */
  gap: number | null
  /** Days since the values given were last found to be so, on average; null: none was given. */
  age: number | null
  changed: number
  conflicts: number
  disputes: number
  upheld: number
  refused: number
}

/** @param counts summed over the days of the period, as the store gives them */
export function qualityOf(register: Pick<Register, 'id' | 'owner' | 'refreshed' | 'entities'>, counts: readonly SourceCount[]): RegisterQuality {
  const sums = new Sums(counts)
  const [requests, noAnswer, wrongAnswer] = [sums.of('', 'asked'), sums.of('', 'no_answer'), sums.of('', 'wrong_answer')]
  const declared = Object.values(register.entities).flatMap(({ name, fields }) => Object.entries(fields).map(([field, concept]): Known => ({ entity: name, field, concept: concept.name })))
  const gone = sums.fields.filter((path) => !declared.some((known) => pathOf(known) === path)).map(lost)
  const used = [...declared, ...gone].filter((known) => sums.fields.includes(pathOf(known)))
  return {
    register: register.id,
    owner: register.owner,
    refreshed: register.refreshed,
    requests, noAnswer, wrongAnswer,
    answered: requests === 0 ? null : (requests - noAnswer - wrongAnswer) / requests,
    fields: used.map((known) => fieldQuality(known, sums)),
    unused: declared.length + gone.length - used.length,
  }
}

type Known = Pick<FieldQuality, 'entity' | 'field' | 'concept'>

const pathOf = ({ entity, field }: Pick<Known, 'entity' | 'field'>): string => `${entity}.${field}`

function lost(path: string): Known {
  const [entity = '', field = ''] = path.split('.')
  return { entity, field, concept: null }
}

function fieldQuality(known: Known, sums: Sums): FieldQuality {
  const count = (kind: SourceCountKind): number => sums.of(pathOf(known), kind)
  const [held, notHeld] = [count('held'), count('not_held')]
  return {
    ...known, held, notHeld,
    gap: held + notHeld === 0 ? null : notHeld / (held + notHeld),
    age: held === 0 ? null : count('age_days') / held,
    changed: count('changed'),
    conflicts: count('conflict'),
    disputes: count('dispute'),
    upheld: count('upheld'),
    refused: count('refused'),
  }
}

class Sums {
  /** `entity.field`, each once. */
  readonly fields: readonly string[]
  private readonly counts: readonly SourceCount[]

  constructor(counts: readonly SourceCount[]) {
    this.counts = counts
    this.fields = [...new Set(counts.map(({ field }) => field))].filter((field) => field !== '')
  }

  of(field: string, kind: SourceCountKind): number {
    return this.counts.reduce((sum, one) => (one.field === field && one.kind === kind ? sum + one.count : sum), 0)
  }
}
