import type { RegisterRequest } from '#app/registers/register-source.ts'
import type { RegisterRecord } from '#db/store.ts'

import { type AgreementFile, agreements, type ReadField, type ServiceFile, subjectOf } from './files.ts'

export type For = { person: string | null; company: string | null }

/** One field of one record, as text: `register entity subject field`. */
export const told = (register: string, entity: string, subject: string, field: string): string => [register, entity, subject, field].join(' ')

export const toldOf = (asked: readonly RegisterRequest[]): string[] =>
  asked.flatMap(({ register, wanted }) => wanted.flatMap(({ entity, subject, fields }) => fields.map((field) => told(register, entity, subject, field)))).sort()

/** The agreements as they stand in a world: those of the files, or changed ones. */
export type Paper = readonly AgreementFile[]

/**
 * What a service may read for an application, by the files alone: fields it names, that its agreement with the register
 * names too, until its last day; on the applicant, their company, or whom a record so read names.
 * @param held what the registers hold
 * @param today YYYY-MM-DD
 */
export function mayBeRead({ id, reads }: ServiceFile, whose: For, held: readonly RegisterRecord[], today: string, paper: Paper = agreements): string[] {
  const isAgreed = ({ register, entity, field }: ReadField): boolean =>
    paper.some((one) => one.service === id && one.register === register && today <= one.until && (one.fields[entity] ?? []).includes(field))
  const subjectFor = (read: ReadField): string | null => {
    if (read.holder === null) return subjectOf(read) === 'company' ? whose.company : whose.person
    const holder = reads.find(({ name }) => name === read.holder)
    const on = holder && isAgreed(holder) ? subjectFor(holder) : null
    const value = held.find((one) => one.register === holder?.register && one.entity === holder.entity && one.subject === on && one.standing === 'valid')?.data[holder?.field ?? '']
    return typeof value === 'string' ? value : null
  }
  const all = reads.filter(isAgreed).flatMap((read) => {
    const subject = subjectFor(read)
    return subject === null ? [] : [told(read.register, read.entity, subject, read.field)]
  })
  return [...new Set(all)].sort()
}
