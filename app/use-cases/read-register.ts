import { agreementKey } from '#app/catalogue/catalogue.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { agreed } from '#app/kernel/records/agreement.ts'
import type { SourceStanding } from '#app/kernel/records/sources.ts'
import type { RegisterAnswer, WantedRecord } from '#app/registers/register-source.ts'
import type { AccessEntry, RegisterRecord } from '#db/store.ts'

import { accessEntries } from './access-entries.ts'
import type { Environment } from './environment.ts'
import type { WriteLog } from './log-together.ts'
import type { Reading, ServiceReading } from './reading.ts'
import { countAnswer, countRefused } from './source-counts.ts'

/** One field of the record of one subject. */
export type WantedField = { entity: string; subject: string; field: string }

/** `signal` ends the wait for a register that does not answer; `log`: of reads that are made side by side. */
export type Waiting = { signal: AbortSignal; log?: WriteLog }

export type RegisterRead = { records: readonly RegisterRecord[]; standing: Exclude<SourceStanding, 'open' | 'declined'> }

/**
 * The only way to a register: one bulk read under the service's agreement, in the access log before anybody sees a value.
 * What no agreement covers is not asked for, and the attempt is logged. Throws when the log can't be written: then
 * nothing has been read, as far as anybody can tell.
 */
export async function readRegister(env: Environment, reading: ServiceReading, register: string, wanted: readonly WantedField[], { signal, log = env.store.access.append }: Waiting): Promise<RegisterRead> {
  const agreement = reading.service === null ? undefined : env.catalogue.agreements[agreementKey(reading.service, register)]
  const { may, mayNot } = agreed(agreement, wanted, localDate(env.catalogue.calendar, env.now()))
  const ofAgreement = { register, agreement: agreement?.id ?? null, purpose: agreement?.purpose ?? 'none' }
  const refused = accessEntries(env, reading, { ...ofAgreement, request: env.chance.id(env.now()), wanted: mayNot, outcome: 'refused', why: mayNot[0]?.why ?? null })
  const refusals = countRefused(env, register, mayNot)
  if (!agreement || may.length === 0) {
    if (refused.length > 0) await log(refused, refusals)
    return { records: [], standing: wanted.length === 0 ? 'read' : 'no_agreement' }
  }
  return askRegister(env, reading, { register, agreement: agreement.id, purpose: agreement.purpose, wanted: may, signal, log }, { refused, refusals })
}

type Asked = { register: string; agreement: string | null; purpose: string; wanted: readonly WantedField[] } & Waiting
type Before = { refused: readonly AccessEntry[]; refusals: ReturnType<typeof countRefused> }

/** Asks, writes down what came of it, and only then hands it on. For `readRegister`, and for people who look at their own records. */
export async function askRegister(env: Environment, reading: Reading, asked: Asked, before: Before = { refused: [], refusals: [] }): Promise<RegisterRead> {
  const { register, agreement, purpose, wanted, signal, log = env.store.access.append } = asked
  const request = env.chance.id(env.now())
  const reason = reading.ref ?? reading.draft ?? reading.reader.id
  const answer: RegisterAnswer = (await isReadTooOften(env, register, wanted))
    ? { ok: false, why: 'no_answer' }
    : await env.registers(register).read({ id: request, register, agreement: agreement ?? '', purpose, reason, wanted: bySubject(wanted) }, signal)
  const records = answer.ok ? onlyWanted(answer.records, wanted) : []
  const entries = accessEntries(env, reading, { register, agreement, purpose, request, wanted, outcome: answer.ok ? 'read' : answer.why, why: null })
  await log([...before.refused, ...entries], [...before.refusals, ...countAnswer(env, register, wanted, answer, records)])
  return { records, standing: answer.ok ? 'read' : answer.why }
}

/** Somebody whose records are read again and again is not being served: their values become questions. */
async function isReadTooOften(env: Environment, register: string, wanted: readonly WantedField[]): Promise<boolean> {
  const subjects = [...new Set(wanted.map(({ subject }) => subject))]
  const left = await Promise.all(subjects.map((subject) => env.mayReadMore?.(register, subject) ?? true))
  return left.includes(false)
}

function bySubject(wanted: readonly WantedField[]): WantedRecord[] {
  const grouped = new Map<string, { entity: string; subject: string; fields: string[] }>()
  for (const { entity, subject, field } of wanted) {
    const key = JSON.stringify([entity, subject])
    const one = grouped.get(key) ?? { entity, subject, fields: [] }
    if (!one.fields.includes(field)) one.fields.push(field)
    grouped.set(key, one)
  }
  return [...grouped.values()]
}

/** A register may answer too much; nothing of that goes on. */
function onlyWanted(records: readonly RegisterRecord[], wanted: readonly WantedField[]): RegisterRecord[] {
  return records.flatMap((record) => {
    const fields = wanted.filter(({ entity, subject }) => entity === record.entity && subject === record.subject).map(({ field }) => field)
    const data = Object.fromEntries(Object.entries(record.data).filter(([field]) => fields.includes(field)))
    return fields.length > 0 && record.standing === 'valid' ? [{ ...record, data }] : []
  })
}
