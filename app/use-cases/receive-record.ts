import type { Answer, Answers, Envelope, Value } from '#app/kernel/case/answer.ts'
import { isDate } from '#app/kernel/case/check-answer.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { type FieldProblem, type Problem, refuse } from '#app/kernel/case/problem.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'
import type { Entity } from '#app/kernel/definition/surroundings.ts'
import type { RegisterRecord } from '#db/store.ts'

import { commandCase } from './command-case.ts'
import { definitionOf, type Environment } from './environment.ts'
import { envelopeOf } from './read-records.ts'

export type Received = { ok: true; cases: number } | { ok: false; problem: Problem }

/**
 * A register sends a record: it is kept, and every case that waited for it goes on.
 * Problems: `not_found` when no such register or kind of record is declared, `invalid` for a field that is not declared
 * or a value of another kind.
 */
export async function receiveRecord(env: Environment, record: RegisterRecord): Promise<Received> {
  const { register, entity, subject } = record
  const declared = env.catalogue.registers[register]?.entities[entity]
  if (!declared) return refuse({ code: 'not_found' })
  const fields = wrongFields(declared, record.data)
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  await env.store.records.put([record])
  const waiting = await env.store.cases.awaitingRecord(register, entity, subject)
  let cases = 0
  for (const { caseId, wait } of waiting) {
    const state = await env.store.cases.load(caseId)
    if (!state) continue
    const definition = await definitionOf(env, state.service, state.definitionHash)
    const actor = { kind: 'register', id: register, name: register } as const
    const given = await commandCase(env, actor, caseId, { type: 'receive_record', wait, answers: answersFrom(env, definition, record) })
    if (given.ok) cases += 1
  }
  return { ok: true, cases }
}

function answersFrom(env: Environment, definition: Definition, record: RegisterRecord): Answers {
  const filled = Object.values(definition.data).flatMap((field): [string, Answer][] => {
    if (field.kind !== 'record' || field.register !== record.register || field.entity !== record.entity) return []
    const envelope: Envelope = envelopeOf(env.catalogue, record, field.field)
    return [[field.name, { value: envelope.value, source: 'record', envelope, file: null }]]
  })
  return Object.fromEntries(filled)
}

/** A register may send what no form would allow, such as a date long past, but not another kind of value. */
function wrongFields({ fields }: Entity, data: RegisterRecord['data']): FieldProblem[] {
  return Object.entries(data).flatMap(([name, value]): FieldProblem[] => {
    const concept = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!concept) return [{ name, code: 'not_asked' }]
    return value === null || isOfKind(concept.type, value) ? [] : [{ name, code: concept.type.type === 'choice' ? 'not_a_choice' : 'missing' }]
  })
}

function isOfKind(type: QuestionType, value: Exclude<Value, null>): boolean {
  if (type.type === 'integer' || type.type === 'money') return typeof value === 'number'
  if (type.type === 'yes_no') return typeof value === 'boolean'
  return typeof value === 'string' && (type.type !== 'choice' || type.of.includes(value)) && (type.type !== 'date' || isDate(value))
}
