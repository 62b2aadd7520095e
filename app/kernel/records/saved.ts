import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Register } from '#app/kernel/definition/surroundings.ts'

import { type Agreement, agreed } from './agreement.ts'

/**
 * What shared records saved an applicant: values not typed; documents not brought, one for each record that gave a value,
 * or each document used again; trips not made, one to each office that would have given them out, or taken the application.
 */
export type Saved = { fields: number; documents: number; trips: number }

type Registers = Readonly<Record<string, Pick<Register, 'owner'>>>

/** What they saved in one application, by what was handed in. */
export function savedBy({ lead }: Pick<Definition, 'lead'>, answers: Answers, registers: Registers): Saved {
  const used = Object.values(answers).flatMap(({ source, envelope }: Answer) => (source === 'record' && envelope ? [envelope] : []))
  const documents = new Set(used.map(({ register, entity, key }) => JSON.stringify([register, entity, key])))
  return { fields: used.length, documents: documents.size, trips: officesOf(lead, used.map(({ register }) => register), registers) }
}

/**
 * What they can save in this service at most, by its definition; and of how many facts in all. What no agreement covers
 * today has to be typed.
 * @param agreements by register, those of this service; @param today YYYY-MM-DD
 */
export function savedAtMost({ lead, data }: Definition, registers: Registers, agreements: Readonly<Record<string, Agreement | undefined>>, today: string): Saved & { facts: number } {
  const facts = Object.values(data).filter((field) => field.kind === 'record' || field.kind === 'question')
  const held = facts.flatMap((field) => (field.kind === 'record' ? agreed(agreements[field.register], [field], today).may : []))
  const documents = new Set(held.map(({ register, entity, holder }) => JSON.stringify([register, entity, holder])))
  return { facts: facts.length, fields: held.length, documents: documents.size, trips: officesOf(lead, held.map(({ register }) => register), registers) }
}

/** The lead's counter is one of them whether or not it holds a record. */
const officesOf = (lead: string, used: readonly string[], registers: Registers): number => new Set([lead, ...used.map((register) => registers[register]?.owner ?? lead)]).size
