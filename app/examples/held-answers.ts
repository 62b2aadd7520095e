import type { Answer, Answers, Envelope } from '#app/kernel/case/answer.ts'
import type { RecordField } from '#app/kernel/definition/definition.ts'
import { itemName } from '#app/kernel/definition/item-name.ts'

import { type Example, type Given, type Wrong, wrong } from './example.ts'
import { fileNamed } from './file-named.ts'
import type { Setting } from './setting.ts'

/**
 * What the registers fill in, as a draft is filled in: the first record of each kind, the one picked of several, what
 * goes with it, and of others what a value of the applicant's own names.
 */
export function heldAnswers(setting: Setting, example: Example): { answers: Answers; problems: Wrong[] } {
  const fields = Object.values(setting.definition.data).filter((field) => field.kind === 'record')
  const answers: Record<string, Answer> = {}
  const problems = Object.keys(example.picks).flatMap((name) => (fields.some((field) => field.pick && field.name === name) ? [] : [wrong(['picks', name], `nothing is picked for "${name}"`)]))
  // What stands on its own first: others are named by it, and so are the records that go with it.
  for (const field of [...fields.filter((one) => one.holder === null && one.with === null), ...fields.filter((one) => one.holder !== null || one.with !== null)]) {
    const held = recordsOf(field, answers, example).flatMap((record, i) => envelopeOf(setting, field, record, i, example.begins))
    if (field.each !== null) {
      // One record an item: the first is the first item's.
      for (const envelope of held) answers[itemName(field.name, Number(envelope.key))] = fromRecord(field, envelope)
      continue
    }
    const pick = example.picks[field.name] ?? 1
    const chosen = field.with !== null ? held.find((one) => one.key === answers[field.with ?? '']?.envelope?.key) : field.pick ? held[pick - 1] : held[0]
    if (field.pick && example.picks[field.name] !== undefined && !chosen) problems.push(wrong(['picks', field.name], `there are only ${held.length} records to pick from`))
    if (chosen) answers[field.name] = fromRecord(field, chosen)
  }
  return { answers, problems }
}

function recordsOf(field: RecordField, answers: Answers, { records, others }: Example): readonly Given[] {
  const whose = field.holder === null ? records : others[String(answers[field.holder]?.value)]
  return whose?.[`${field.register}.${field.entity}`] ?? []
}

/** A record's value with where it comes from; nothing if the record leaves the field empty. */
export function envelopeOf({ registers }: Setting, field: RecordField, record: Given, at: number, asOf: string): Envelope[] {
  const value = record[field.field]
  if (value === undefined) return []
  const classification = registers[field.register]?.entities[field.entity]?.fields[field.field]?.classification ?? 'sensitive'
  return [{ register: field.register, entity: field.entity, key: String(at + 1), field: field.field, value, asOf, validUntil: null, classification }]
}

export function fromRecord(field: RecordField, envelope: Envelope): Answer {
  const file = field.type.type === 'file' ? fileNamed(String(envelope.value)) : null
  return { value: envelope.value, source: 'record', envelope, file }
}
