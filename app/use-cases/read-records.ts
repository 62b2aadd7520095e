import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Answer, AnswerFile, Answers, Envelope } from '#app/kernel/case/answer.ts'
import type { Definition, RecordField } from '#app/kernel/definition/definition.ts'
import type { RegisterRecord } from '#db/store.ts'

import type { Environment } from './environment.ts'

/** Whose records an application reads: the person's own, and those of the company they act for. */
export type Subjects = { person: string | null; company: string | null }

/** What the registers hold for an application: answers, and what the applicant can pick from. */
export type Prefill = { answers: Answers; options: Readonly<Record<string, readonly Envelope[]>> }

/** From the applicant to their spouse, from the spouse to the spouse's employer. */
const MOST_HOPS = 2

/**
 * Reads all a definition takes from registers, one read a register, and one more for each step to somebody whom a
 * record just read names. Only ever the applicant's own records, their company's, and those of people these name. What
 * is not held is left out, so that it becomes a question.
 */
export async function readRecords(env: Environment, definition: Definition, subjects: Subjects): Promise<Prefill> {
  const fields = Object.values(definition.data).filter((field) => field.kind === 'record')
  const prefill: Prefilling = { answers: {}, options: {} }
  let open = fields.filter((field) => field.holder === null)
  for (let hop = 0; open.length > 0 && hop <= MOST_HOPS; hop += 1) {
    await readHop(env, open, subjects, prefill)
    const read = new Set(open)
    open = fields.filter((field) => field.holder !== null && !read.has(field) && prefill.answers[field.holder]?.source === 'record' && !prefill.answers[field.name])
  }
  return { answers: await withFiles(env, definition, prefill.answers), options: prefill.options }
}

type Prefilling = { answers: Record<string, Answer>; options: Record<string, readonly Envelope[]> }

async function readHop(env: Environment, fields: readonly RecordField[], subjects: Subjects, { answers, options }: Prefilling): Promise<void> {
  const registers = [...new Set(fields.map((field) => field.register))]
  const read = await Promise.all(registers.map((register) => readRegister(env, fields.filter((field) => field.register === register), subjects, answers)))
  const records = read.flat()
  for (const field of fields) {
    const subject = subjectOf(env, field, subjects, answers)
    const held = records.filter((record) => record.register === field.register && record.entity === field.entity && record.subject === subject && record.data[field.field] != null)
    const envelopes = held.map((record) => envelopeOf(env.catalogue, record, field.field))
    if (field.pick) options[field.name] = envelopes
    // Kept beside the picks, so that a choice brings what belongs to it without another read.
    if (field.with) options[`${field.with}.${field.name}`] = envelopes
    const chosen = field.pick ? (envelopes.length === 1 ? envelopes[0] : undefined) : field.with ? followed(answers, field, envelopes) : envelopes[0]
    if (chosen) answers[field.name] = fromRecord(chosen)
  }
}

/** The value of the record that was picked for the field this one goes `with`. */
function followed(answers: Answers, field: RecordField, envelopes: readonly Envelope[]): Envelope | undefined {
  const key = field.with ? answers[field.with]?.envelope?.key : undefined
  return envelopes.find((envelope) => envelope.key === key)
}

export const fromRecord = (envelope: Envelope, file: AnswerFile | null = null): Answer => ({ value: envelope.value, source: 'record', envelope, file })

/** All that is wanted of one register, in one read. */
function readRegister(env: Environment, fields: readonly RecordField[], subjects: Subjects, answers: Answers): Promise<readonly RegisterRecord[]> {
  const wanted = new Map<string, { entity: string; subject: string }>()
  for (const field of fields) {
    const subject = subjectOf(env, field, subjects, answers)
    if (subject) wanted.set(JSON.stringify([field.entity, subject]), { entity: field.entity, subject })
  }
  const register = fields[0]?.register
  return register !== undefined && wanted.size > 0 ? env.store.records.read(register, [...wanted.values()]) : Promise.resolve([])
}

/** On whom a field is held: the applicant, their company, or whom a record read before names. */
function subjectOf(env: Environment, field: RecordField, subjects: Subjects, answers: Answers): string | null {
  if (field.holder !== null) return answers[field.holder]?.source === 'record' ? String(answers[field.holder]?.value) : null
  return env.catalogue.registers[field.register]?.entities[field.entity]?.subject === 'company' ? subjects.company : subjects.person
}

/** A register's value with where it comes from. */
export function envelopeOf(catalogue: Catalogue, record: RegisterRecord, field: string): Envelope {
  const concept = catalogue.registers[record.register]?.entities[record.entity]?.fields[field]
  const { register, entity, key, asOf, validUntil } = record
  return { register, entity, key, field, value: record.data[field] ?? null, asOf, validUntil, classification: concept?.classification ?? 'sensitive' }
}

/** A held document is a file the portal keeps: its name and size come with it. One that is gone is asked for again. */
async function withFiles(env: Environment, definition: Definition, answers: Record<string, Answer>): Promise<Answers> {
  const documents = Object.keys(answers).filter((name) => definition.data[name]?.type.type === 'file')
  const files = await Promise.all(documents.map((name) => env.store.files.find(String(answers[name]?.value))))
  documents.forEach((name, i) => {
    const file = files[i]
    const answer = answers[name]
    if (!file || !answer) delete answers[name]
    else answers[name] = { ...answer, file: { id: file.id, name: file.name, bytes: file.bytes, mediaType: file.mediaType, sha256: file.sha256 } }
  })
  return answers
}
