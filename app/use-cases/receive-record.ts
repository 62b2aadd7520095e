import { agreementKey } from '#app/catalogue/catalogue.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { wrongFields } from '#app/kernel/definition/fits-concept.ts'
import { may as isPermitted } from '#app/kernel/permission.ts'
import { agreed } from '#app/kernel/records/agreement.ts'
import type { RegisterRecord } from '#db/store.ts'

import { awaitedFields, goOnWith } from './awaited-fields.ts'
import { definitionOf, type Environment } from './environment.ts'
import { accessEntries } from './access-entries.ts'
import { readingForCase } from './reading.ts'
import { subjectsFor } from './subjects-of.ts'

export type Received = { ok: true; cases: number } | { ok: false; problem: Problem }

/**
 * A register sends a record: it is kept, and every case that waited for it goes on, with the fields that its service may
 * read. What no agreement covers goes nowhere, and that is logged.
 * Problems: `not_found` when it is not the actor's, or no such register or kind of record is declared, `invalid` for a field that is not declared
 * or a value of another kind.
 */
export async function receiveRecord(env: Environment, actor: Actor, record: RegisterRecord): Promise<Received> {
  const { register, entity, subject } = record
  if (!isPermitted(actor, 'send_record', { register }, 'exchange')) return refuse({ code: 'not_found' })
  const declared = env.catalogue.registers[register]?.entities[entity]
  if (!declared) return refuse({ code: 'not_found' })
  const fields = wrongFields(declared.fields, record.data)
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  await env.store.records.put([record])
  const waiting = record.standing === 'valid' ? await env.store.cases.awaitingRecord(register, entity, subject) : []
  let cases = 0
  for (const { caseId, wait } of waiting) {
    const state = await env.store.cases.load(caseId)
    if (state && (await handOn(env, actor, state, wait, record))) cases += 1
  }
  return { ok: true, cases }
}

/** The record to one case, as far as its service may know it; says whether the case went on. */
async function handOn(env: Environment, actor: Actor, state: CaseState, wait: string, record: RegisterRecord): Promise<boolean> {
  const { register } = record
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const wanted = awaitedFields(definition, record)
  const agreement = env.catalogue.agreements[agreementKey(state.service, register)]
  const { may, mayNot } = agreed(agreement, wanted, localDate(env.catalogue.calendar, env.now()))
  await logDelivery(env, state, definition, actor, { register, may, mayNot, agreement: agreement?.id ?? null, purpose: agreement?.purpose ?? 'none' })
  const data = Object.fromEntries(may.map(({ field }) => [field, record.data[field] ?? null]))
  return may.length > 0 && goOnWith(env, state.id, definition, wait, { ...record, data })
}

type Delivery = { register: string; agreement: string | null; purpose: string } & ReturnType<typeof agreed<ReturnType<typeof awaitedFields>[number]>>

async function logDelivery(env: Environment, state: CaseState, definition: Definition, actor: Actor, { may, mayNot, ...of }: Delivery): Promise<void> {
  const subjects = await subjectsFor(env, state.applicant)
  const reading = readingForCase(definition, actor, subjects, state)
  const request = env.chance.id(env.now())
  const came = accessEntries(env, reading, { ...of, request, wanted: may, outcome: 'read', why: null })
  const refused = accessEntries(env, reading, { ...of, request, wanted: mayNot, outcome: 'refused', why: mayNot[0]?.why ?? null })
  await env.store.access.append([...came, ...refused], [])
}
