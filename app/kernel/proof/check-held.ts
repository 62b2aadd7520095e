import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { Question } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import type { Concept, Surroundings } from '#app/kernel/definition/surroundings.ts'

type Subject = 'person' | 'company'

/** How many records one may go through to somebody else's: the applicant's spouse, the spouse's employer. */
const MOST_HOPS = 2

/**
 * Nothing is asked that a register holds already (the once-only principle, Regulation (EU) 2018/1724 art. 14): on the
 * applicant, or on somebody a record of theirs names. `waiver` names the law by which it is asked all the same; what
 * the service reads from a register itself may still be asked where none is held.
 */
export function checkHeld(definition: Unhashed, surroundings: Surroundings): DefinitionProblem[] {
  const subjects: Subject[] = definition.audience === 'business' ? ['company', 'person'] : ['person']
  const others = withoutOwnResults(definition, surroundings)
  return Object.values(definition.data).flatMap((field): DefinitionProblem[] => {
    if (field.kind !== 'question' || field.each !== null || field.waiver !== null) return []
    const chain = whereHeld(field, subjects, others)
    if (!chain) return []
    const how = chain.length === 1 ? `write from: ${chain[0]}` : `read it with from: ${chain.at(-1)} and holder: (the value from ${chain.slice(0, -1).join(', then ')})`
    return [{ code: 'already_held', path: ['data', field.name], message: `"${field.name}" is asked, but ${chain.at(-1)} holds it: ${how}, or name the law by which it is asked with waiver:` }]
  })
}

/** What this service recorded of an earlier case is no answer for a new one. */
function withoutOwnResults(definition: Unhashed, surroundings: Surroundings): Surroundings {
  const made = nodesOf(definition).flatMap((node) => (node.node === 'auto' && node.makes.kind === 'certificate' && node.makes.record ? [`${node.makes.record.register}.${node.makes.record.entity}`] : []))
  const registers = Object.values(surroundings.registers).map((register) => {
    const entities = Object.entries(register.entities).filter(([name]) => !made.includes(`${register.id}.${name}`))
    return [register.id, { ...register, entities: Object.fromEntries(entities) }] as const
  })
  return { ...surroundings, registers: Object.fromEntries(registers) }
}

const whereHeld = (field: Question, subjects: readonly Subject[], surroundings: Surroundings): string[] | null => {
  const concept = surroundings.concepts[field.concept]
  return concept ? held(concept, subjects, surroundings, MOST_HOPS) : null
}

/** The register fields to read, one after the other, to get at a concept; null if none hold it. */
function held(concept: Concept, subjects: readonly Subject[], surroundings: Surroundings, hops: number): string[] | null {
  const direct = fieldWith(concept.name, subjects, surroundings)
  if (direct) return [direct]
  if (!concept.of || hops === 0) return null
  const holder = surroundings.concepts[concept.of.holder]
  const thing = surroundings.concepts[concept.of.concept]
  const first = holder && held(holder, subjects, surroundings, hops - 1)
  const last = thing && fieldWith(thing.name, ['person', 'company'], surroundings)
  return first && last ? [...first, last] : null
}

function fieldWith(concept: string, subjects: readonly Subject[], { registers }: Surroundings): string | null {
  for (const register of Object.values(registers)) {
    for (const entity of Object.values(register.entities)) {
      if (!subjects.includes(entity.subject)) continue
      const field = Object.entries(entity.fields).find(([, one]) => one.name === concept)
      if (field) return `${register.id}.${entity.name}.${field[0]}`
    }
  }
  return null
}
