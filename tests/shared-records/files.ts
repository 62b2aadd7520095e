import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { parse } from 'yaml'

/** What the files of `workflows/` say of reading registers, told without the portal's reader. */
export type ReadField = {
  name: string
  register: string
  entity: string
  field: string
  /** The name of the value that says on whom this is held; null: the applicant, or their company. */
  holder: string | null
  seenBy: readonly string[] | null
}

export type ServiceFile = {
  id: string
  lead: string
  audience: 'person' | 'business'
  byLink: boolean
  reads: readonly ReadField[]
  /** What only the applicant can say. */
  asks: readonly { name: string; seenBy: readonly string[] | null }[]
  /** Kinds of record that cases of it can wait for, `register.entity`. */
  awaits: readonly string[]
  /** Desks that act beside the flow: while a case is open, and once it was granted. */
  beside: { open: string | null; granted: string | null }
}

type Field = Partial<Record<'from' | 'ask' | 'set_by' | 'table' | 'holder', string>> & { one_of?: unknown; seen_by?: string[] }
type File = { service: string; version: number; lead: string; for: 'person' | 'business'; opens?: string; data?: Record<string, Field>; flow: unknown; on?: { extend?: { by: string }; revoke?: { by: string } } }
type Sub = { service: string; version: number; company?: string }

export type Entity = { subject: 'person' | 'company'; many?: boolean; fields: Record<string, unknown> }
export type RegisterFile = { register: string; owner: string; entities: Record<string, Entity> }

const read = <T>(path: string): T => parse(readFileSync(path, 'utf8')) as T
const filesIn = (folder: string): string[] => readdirSync(`workflows/${folder}`).map((name) => `workflows/${folder}/${name}`)

export const registers: Readonly<Record<string, RegisterFile>> = Object.fromEntries(filesIn('registers').map((path) => read<RegisterFile>(path)).map((file) => [file.register, file]))

export const subjectOf = ({ register, entity }: Pick<ReadField, 'register' | 'entity'>): Entity['subject'] => registers[register]?.entities[entity]?.subject ?? 'person'

const newest = (id: string): File => read<File>(`workflows/services/${id}/service.yaml`)

/** A version of a service: the one in force, or one kept beside it. */
function versionOf({ service, version }: Sub): File {
  const kept = `workflows/services/${service}/history/${version}.yaml`
  return existsSync(kept) ? read<File>(kept) : newest(service)
}

const fieldsOf = (file: File): [string, Field][] => Object.entries(file.data ?? {})
const isGiven = (field: Field): boolean => field.set_by !== undefined || field.table !== undefined

/** What a life event asks for its parts: what it does not name itself; of a company still to come, nothing. */
function withParts(file: File): [string, Field][] {
  const own = fieldsOf(file)
  const all = new Map(own)
  for (const sub of nodesWith<Sub>(file.flow, 'sub')) {
    const data = Object.fromEntries(fieldsOf(versionOf(sub)))
    const isCompanys = ({ from, holder }: Field): boolean => {
      const [register = '', entity = ''] = (from ?? '').split('.')
      return (from !== undefined && subjectOf({ register, entity }) === 'company') || (holder !== undefined && isCompanys(data[holder] ?? {}))
    }
    for (const [name, field] of Object.entries(data)) {
      if (isGiven(field) || own.some(([known]) => known === name) || (sub.company !== undefined && isCompanys(field))) continue
      const met = all.get(name)
      const seenBy = met?.seen_by && field.seen_by ? { seen_by: [...met.seen_by, ...field.seen_by] } : {}
      const { seen_by: _seen, ...rest } = met ?? field
      all.set(name, met ? { ...rest, ...seenBy } : field)
    }
  }
  return [...all]
}

function serviceFile(file: File): ServiceFile {
  const data = withParts(file)
  return {
    id: file.service,
    lead: file.lead,
    audience: file.for,
    byLink: file.opens === 'by_link',
    reads: data.flatMap(([name, { from, holder, seen_by }]) => {
      const [register = '', entity = '', field = ''] = (from ?? '').split('.')
      return from === undefined ? [] : [{ name, register, entity, field, holder: holder ?? null, seenBy: seen_by ?? null }]
    }),
    asks: data.flatMap(([name, field]) => (field.from === undefined && !isGiven(field) ? [{ name, seenBy: field.seen_by ?? null }] : [])),
    awaits: nodesWith<{ record?: string; for: string }>(file.flow, 'wait').flatMap((wait) => (wait.for === 'record' && wait.record ? [wait.record] : [])),
    beside: { open: file.on?.extend?.by ?? null, granted: file.on?.revoke?.by ?? null },
  }
}

/** Every mapping of a file that has this key, however deep. */
function nodesWith<Node>(value: unknown, key: string): Node[] {
  if (Array.isArray(value)) return value.flatMap((one) => nodesWith<Node>(one, key))
  if (typeof value !== 'object' || value === null) return []
  return [...(key in value ? [value as Node] : []), ...Object.values(value).flatMap((one) => nodesWith<Node>(one, key))]
}

export const services: Readonly<Record<string, ServiceFile>> = Object.fromEntries(readdirSync('workflows/services').map((id) => [id, serviceFile(newest(id))]))

/** What applicants give or registers hold, and how much of it no register does: counted by name. */
export const factsOf = ({ reads, asks }: ServiceFile): { facts: number; held: number } => ({ facts: reads.length + asks.length, held: reads.length })

export type AgreementFile = { agreement: string; service: string; register: string; purpose: string; until: string; fields: Record<string, string[]> }

export const agreements: readonly AgreementFile[] = filesIn('agreements').flatMap((path) => {
  const file = read<{ register: string; agreements: Omit<AgreementFile, 'register'>[] }>(path)
  return file.agreements.map((one) => ({ ...one, register: file.register }))
})

export const agreementOf = (service: string, register: string): AgreementFile | undefined => agreements.find((one) => one.service === service && one.register === register)

/** The registers a service reads, each once. */
export const registersOf = ({ reads }: ServiceFile): string[] => [...new Set(reads.map(({ register }) => register))]
