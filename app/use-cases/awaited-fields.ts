import type { Answer } from '#app/kernel/case/answer.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { RegisterRecord } from '#db/store.ts'

import { commandCase } from './command-case.ts'
import type { Environment } from './environment.ts'
import { envelopeOf, fromRecord } from './read-records.ts'
import type { WantedField } from './read-register.ts'

/** What a service takes from a kind of record, of one subject. */
export function awaitedFields({ data }: Definition, { register, entity, subject }: Pick<RegisterRecord, 'register' | 'entity' | 'subject'>): WantedField[] {
  const fields = Object.values(data).flatMap((field) => (field.kind === 'record' && field.register === register && field.entity === entity ? [field.field] : []))
  return [...new Set(fields)].map((field) => ({ entity, subject, field }))
}

/** Lets a case that waits for this record go on with it, as the register itself; says whether it did. */
export async function goOnWith(env: Environment, caseId: string, { data }: Definition, wait: string, record: RegisterRecord): Promise<boolean> {
  const { register, entity } = record
  const answers = Object.values(data).flatMap((field): [string, Answer][] =>
    field.kind === 'record' && field.register === register && field.entity === entity && Object.hasOwn(record.data, field.field) ? [[field.name, fromRecord(envelopeOf(env.catalogue, record, field.field))]] : [],
  )
  const commanded = await commandCase(env, { kind: 'register', id: register, name: register }, caseId, { type: 'receive_record', wait, answers: Object.fromEntries(answers) })
  return commanded.ok
}
