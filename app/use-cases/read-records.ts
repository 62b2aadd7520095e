import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Answer, AnswerFile, Answers, Envelope } from '#app/kernel/case/answer.ts'
import type { Definition, RecordField } from '#app/kernel/definition/definition.ts'
import { itemName } from '#app/kernel/definition/item-name.ts'
import type { Sources } from '#app/kernel/records/sources.ts'
import type { RegisterRecord } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { logTogether } from './log-together.ts'
import { readRegister, type Waiting } from './read-register.ts'
import type { ServiceReading, Subjects } from './reading.ts'
import { MOST_WAIT_MS } from './register-wait.ts'

/** What the registers hold for an application: answers, what the applicant can pick from, and what came of each register. */
export type Prefill = { answers: Answers; options: Readonly<Record<string, readonly Envelope[]>>; sources: Sources }

/**
 * Reads all a definition takes from registers, one request a register: first those that hold something on the applicant
 * only, then those that hold something on whom these name. Only ever the applicant's own records, their company's, and
 * those of people these name; only of registers the applicant agreed to. What is not held becomes a question.
 */
export async function readRecords(env: Environment, definition: Definition, subjects: Subjects, reading: ServiceReading, isAgreed: (register: string) => boolean): Promise<Prefill> {
  const waiting = { signal: AbortSignal.timeout(MOST_WAIT_MS), log: logTogether(env) }
  const prefill: Prefilling = { answers: {}, options: {}, sources: {} }
  let open = recordFields(definition).filter((field) => isAgreed(field.register))
  while (open.length > 0) {
    const next = nextToRead(open)
    await Promise.all([...groupBy(next)].map((group) => readGroup(env, group, subjects, reading, prefill, waiting)))
    open = open.filter((field) => !next.includes(field))
  }
  return { ...prefill, answers: await withFiles(env, definition, prefill.answers) }
}

type Prefilling = { answers: Record<string, Answer>; options: Record<string, readonly Envelope[]>; sources: Record<string, Sources[string]> }

const recordFields = (definition: Definition): RecordField[] => Object.values(definition.data).filter((field) => field.kind === 'record')

/** The registers a definition reads, in the order of its file. */
export const registersRead = (definition: Definition): string[] => [...new Set(recordFields(definition).map((field) => field.register))]

/** Registers of which every subject is known by now; where they wait for each other in a circle, what is known already. */
function nextToRead(open: readonly RecordField[]): readonly RecordField[] {
  const waiting = new Set(open.map((field) => field.name))
  const isKnown = ({ holder }: RecordField): boolean => holder === null || !waiting.has(holder)
  const blocked = new Set(open.filter((field) => !isKnown(field)).map((field) => field.register))
  const free = open.filter((field) => !blocked.has(field.register))
  if (free.length > 0) return free
  const known = open.filter(isKnown)
  return known.length > 0 ? known : open
}

function groupBy(fields: readonly RecordField[]): Map<string, RecordField[]> {
  const groups = new Map<string, RecordField[]>()
  for (const field of fields) groups.set(field.register, [...(groups.get(field.register) ?? []), field])
  return groups
}

async function readGroup(env: Environment, [register, fields]: [string, RecordField[]], subjects: Subjects, reading: ServiceReading, prefill: Prefilling, waiting: Waiting): Promise<void> {
  const wanted = fields.flatMap((field) => {
    const subject = subjectOf(env.catalogue, field, subjects, prefill.answers)
    return subject === null ? [] : [{ entity: field.entity, subject, field: field.field, of: field }]
  })
  const { records, standing } = await readRegister(env, reading, register, wanted, waiting)
  prefill.sources[register] = standing
  if (standing !== 'read') return
  for (const { of: field, subject } of wanted) {
    const held = records.filter((record) => record.entity === field.entity && record.subject === subject && record.data[field.field] != null)
    fillIn(prefill, field, held.map((record) => envelopeOf(env.catalogue, record, field.field)))
  }
}

function fillIn({ answers, options }: Prefilling, field: RecordField, envelopes: readonly Envelope[]): void {
  if (field.items !== null) {
    // Each item its record, in an order that stays the same.
    const inOrder = envelopes.toSorted((one, other) => (one.key < other.key ? -1 : 1))
    inOrder.forEach((envelope, i) => (answers[itemName(field.name, i + 1)] = fromRecord(envelope)))
    return
  }
  if (field.pick) options[field.name] = envelopes
  // Kept beside the picks, so that a choice brings what belongs to it without another read.
  if (field.with) options[`${field.with}.${field.name}`] = envelopes
  const chosen = field.pick ? (envelopes.length === 1 ? envelopes[0] : undefined) : field.with ? followed(answers, field, envelopes) : envelopes[0]
  if (chosen) answers[field.name] = fromRecord(chosen)
}

/** The value of the record that was picked for the field this one goes `with`. */
function followed(answers: Answers, field: RecordField, envelopes: readonly Envelope[]): Envelope | undefined {
  const key = field.with ? answers[field.with]?.envelope?.key : undefined
  return envelopes.find((envelope) => envelope.key === key)
}

export const fromRecord = (envelope: Envelope, file: AnswerFile | null = null): Answer => ({ value: envelope.value, source: 'record', envelope, file })

/** On whom a field is held: the applicant, their company, or whom a record read before names. */
export function subjectOf({ registers }: Pick<Catalogue, 'registers'>, field: RecordField, subjects: Subjects, answers: Answers): string | null {
  if (field.holder !== null) return answers[field.holder]?.source === 'record' ? String(answers[field.holder]?.value) : null
  return registers[field.register]?.entities[field.entity]?.subject === 'company' ? subjects.company : subjects.person
}

/** A register's value with where it comes from. */
export function envelopeOf({ registers }: Pick<Catalogue, 'registers'>, record: RegisterRecord, field: string): Envelope {
  const concept = registers[record.register]?.entities[record.entity]?.fields[field]
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
