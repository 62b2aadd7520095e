import type { WantedRecord } from '#app/registers/register-source.ts'
import { wrongFields } from '#app/kernel/definition/fits-concept.ts'
import type { Concept, Register } from '#app/kernel/definition/surroundings.ts'
import type { RegisterRecord } from '#db/store.ts'

import { type AnsweredRecord, answerSchema } from './contract.ts'
import { mergeWanted, pairOf } from './merge-wanted.ts'
import { WrongAnswer } from './read-failure.ts'

/**
 * The valid records of an answer, newest first as the portal's own store gives them. All of the answer must be as the
 * register is declared and as was asked, the records that are not used included: a register that is wrong in one thing is
 * not believed in another. Throws `WrongAnswer`, which names a field at most, never a value or a person.
 */
export function soundRecords(register: Register, wanted: readonly WantedRecord[], answer: unknown): RegisterRecord[] {
  const parsed = answerSchema.safeParse(answer)
  if (!parsed.success) throw new WrongAnswer('not of the contract’s shape')
  const asked = askedFields(register, wanted)
  const seen = new Set<string>()
  for (const record of parsed.data.records) checkRecord(asked, seen, record)
  return parsed.data.records
    .filter(({ standing }) => standing === 'valid')
    .map((record) => ({ ...record, register: register.id }))
    .sort((a, b) => compare(b.asOf, a.asOf) || compare(placeOf(a), placeOf(b)))
}

function checkRecord(asked: ReadonlyMap<string, Record<string, Concept>>, seen: Set<string>, record: AnsweredRecord): void {
  const fields = asked.get(pairOf(record))
  if (!fields) throw new WrongAnswer('a record that was not asked for')
  if (seen.has(placeOf(record))) throw new WrongAnswer('two records under one key')
  seen.add(placeOf(record))
  const [wrong] = wrongFields(fields, record.data)
  if (wrong) throw new WrongAnswer(wrong.code === 'not_asked' ? 'a field that was not asked for' : `${record.entity}.${wrong.name} is not of its kind`)
}

/** The concepts of the fields asked for, by entity and subject. */
function askedFields({ entities }: Register, wanted: readonly WantedRecord[]): Map<string, Record<string, Concept>> {
  const asked = mergeWanted(wanted).map((one): [string, Record<string, Concept>] => {
    const declared = Object.entries(entities[one.entity]?.fields ?? {})
    return [pairOf(one), Object.fromEntries(declared.filter(([name]) => one.fields.includes(name)))]
  })
  return new Map(asked)
}

const placeOf = ({ entity, subject, key }: { entity: string; subject: string; key: string }): string => JSON.stringify([entity, subject, key])
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
