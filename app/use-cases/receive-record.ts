import type { Answer, Answers, Envelope } from '#app/kernel/case/answer.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import type { RegisterRecord } from '#db/store.ts'

import { commandCase } from './command-case.ts'
import { definitionOf, type Environment } from './environment.ts'
import { envelopeOf } from './read-records.ts'

export type Received = { ok: true; cases: number } | { ok: false; problem: Problem }

/**
 * A register sends a record: it is kept, and every case that waited for it goes on.
 * Problem: `not_found` when no such register or kind of record is declared.
 */
export async function receiveRecord(env: Environment, record: RegisterRecord): Promise<Received> {
  const { register, entity, subject } = record
  const declared = env.catalogue.registers[register]?.entities[entity]
  if (!declared) return refuse({ code: 'not_found' })
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
