import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Answer, AnswerFile, Answers, Envelope } from '#app/kernel/case/answer.ts'
import type { Definition, RecordField } from '#app/kernel/definition/definition.ts'
import type { RegisterRecord } from '#db/store.ts'

import type { Environment } from './environment.ts'

/** Whose records an application reads: the person's own, and those of the company they act for. */
export type Subjects = { person: string | null; company: string | null }

/** What the registers hold for an application: answers, and what the applicant can pick from. */
export type Prefill = { answers: Answers; options: Readonly<Record<string, readonly Envelope[]>> }

/**
 * Reads all a definition takes from registers, one read a register. Only ever the applicant's own records and their
 * company's. What is not held is left out, so that it becomes a question.
 */
export async function readRecords(env: Environment, definition: Definition, subjects: Subjects): Promise<Prefill> {
  const fields = Object.values(definition.data).filter((field) => field.kind === 'record')
  const registers = [...new Set(fields.map((field) => field.register))]
  const read = await Promise.all(registers.map((register) => readRegister(env, register, fields, subjects)))
  const records = read.flat()
  const answers: Record<string, Answer> = {}
  const options: Record<string, readonly Envelope[]> = {}
  for (const field of fields) {
    const held = records.filter((record) => record.register === field.register && record.entity === field.entity && record.data[field.field] != null)
    const envelopes = held.map((record) => envelopeOf(env.catalogue, record, field.field))
    if (field.pick) options[field.name] = envelopes
    // Kept beside the picks, so that a choice brings what belongs to it without another read.
    if (field.with) options[`${field.with}.${field.name}`] = envelopes
    const chosen = field.pick ? (envelopes.length === 1 ? envelopes[0] : undefined) : field.with ? followed(answers, field, envelopes) : envelopes[0]
    if (chosen) answers[field.name] = fromRecord(chosen)
  }
  return { answers: await withFiles(env, definition, answers), options }
}

/** The value of the record that was picked for the field this one goes `with`. */
function followed(answers: Answers, field: RecordField, envelopes: readonly Envelope[]): Envelope | undefined {
  const key = field.with ? answers[field.with]?.envelope?.key : undefined
  return envelopes.find((envelope) => envelope.key === key)
}

export const fromRecord = (envelope: Envelope, file: AnswerFile | null = null): Answer => ({ value: envelope.value, source: 'record', envelope, file })

function readRegister(env: Environment, register: string, fields: readonly RecordField[], subjects: Subjects): Promise<readonly RegisterRecord[]> {
  const entities = [...new Set(fields.filter((field) => field.register === register).map((field) => field.entity))]
  const wanted = entities.flatMap((entity) => {
    const kind = env.catalogue.registers[register]?.entities[entity]?.subject
    const subject = kind === 'company' ? subjects.company : subjects.person
    return subject ? [{ entity, subject }] : []
  })
  return wanted.length > 0 ? env.store.records.read(register, wanted) : Promise.resolve([])
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
