import { namesInText } from '#app/kernel/condition/sound-condition.ts'

import { checkDefinition } from './check-definition.ts'
import type { DataField, Definition, Guide } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { inheritData } from './inherit-data.ts'
import { allNodes } from './nodes.ts'
import { readField } from './read-field.ts'
import { FlowReader, type Places, spanOf } from './read-flow.ts'
import { readTables } from './read-tables.ts'
import { type ServiceSource, serviceSchema } from './service-schema.ts'
import { shape } from './shape.ts'
import type { Surroundings } from './surroundings.ts'

/** `places`: where each step stands in the file, for what is proved of it later. */
export type ReadDefinition = { ok: true; definition: Omit<Definition, 'hash'>; places: Places } | { ok: false; problems: readonly DefinitionProblem[] }

/**
 * Reads and checks what a service.yaml holds (already parsed to plain values), and the tables.yaml beside it if any.
 * Returns the definition without its hash, or everything that is wrong with it.
 */
export function readDefinition(raw: unknown, surroundings: Surroundings, tables: unknown = null): ReadDefinition {
  const read = shape(serviceSchema, raw, [])
  const fields = Object.entries(read.value?.data ?? {}).map(([name, field]) => readField(name, field, surroundings, ['data', name]))
  const reader = new FlowReader(surroundings.services, (name) => optionsOf(fields.find(({ field }) => field?.name === name)?.field))
  const flow = reader.steps(listAt(raw, ['flow']), ['flow'])
  const appealed = reader.steps(listAt(raw, ['on', 'appeal', 'do']), ['on', 'appeal', 'do'])
  if (!read.value) return { ok: false, problems: [...read.problems, ...reader.problems] }
  const source = read.value
  const own = withItems(fields.flatMap(({ field }) => field ?? []), flow)
  const inherited = inheritData(own, flow, surroundings, (node) => reader.places.get(node) ?? [])
  const problems = [...fields.flatMap((field) => field.problems), ...inherited.problems, ...reader.problems]
  if (problems.length > 0) return { ok: false, problems }
  const appeal = source.on?.appeal ? { after: source.on.appeal.after, within: spanOf(source.on.appeal.within), flow: appealed } : null
  const filled = readTables([...own, ...inherited.fields], tables, { flow, appeal })
  if (filled.problems.length > 0) return { ok: false, problems: filled.problems }
  const definition = assemble(source, filled.fields, flow, appeal)
  const found = checkDefinition(definition, reader.places, surroundings)
  return found.length === 0 ? { ok: true, definition, places: reader.places } : { ok: false, problems: found }
}

const optionsOf = (field: DataField | null | undefined): readonly string[] => (field?.type.type === 'choice' ? field.type.of : [])

/** An each says how many items there are. */
function withItems(fields: readonly DataField[], flow: Definition['flow']): DataField[] {
  const eaches = allNodes(flow).flatMap((node) => (node.node === 'each' ? [[node.name, node.of] as const] : []))
  const counts = new Map(eaches)
  return fields.map((field) => (field.each === null ? field : { ...field, items: counts.get(field.each) ?? null }))
}

function listAt(raw: unknown, path: readonly string[]): unknown[] {
  const found = path.reduce<unknown>((inner, key) => (inner !== null && typeof inner === 'object' && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : null), raw)
  return Array.isArray(found) ? found : []
}

function assemble(source: ServiceSource, fields: readonly DataField[], flow: Definition['flow'], appeal: Definition['appeal']): Omit<Definition, 'hash'> {
  const { withdraw, extend, revoke, suspend } = source.on ?? {}
  return {
    service: source.service,
    version: source.version,
    lead: source.lead,
    audience: source.for,
    opens: source.opens ?? 'by_applicant',
    assurance: source.assurance ?? 'low',
    theme: source.theme ?? 'other',
    icon: source.icon ?? 'file-text',
    legal: source.legal,
    guide: guideOf(source),
    limit: spanOf(source.limit),
    promise: spanOf(source.promise),
    guarantee: { trips: source.guarantee.trips, siteVisits: source.guarantee.site_visits, returns: source.guarantee.returns },
    data: Object.fromEntries(fields.map((field) => [field.name, field])),
    requires: (source.requires ?? []).map(({ when, reason }) => ({ when, reason, names: namesInText(when) })),
    flow,
    withdraw: withdraw ? { before: withdraw.before } : null,
    extension: extend ? { by: extend.by, span: spanOf(extend.more), reasons: extend.reasons } : null,
    appeal,
    revocation: revoke ? { by: revoke.by, reasons: revoke.reasons } : null,
    suspension: suspend ? { by: suspend.by, reasons: suspend.reasons } : null,
  }
}

function guideOf({ guide }: ServiceSource): Guide {
  if (!guide) return { kind: 'promised', type: 'public_service', channels: ['online'], delivery: ['online'], trip: null, questions: [] }
  return { kind: guide.kind, type: guide.type, channels: guide.channels, delivery: guide.delivery, trip: guide.trip ?? null, questions: guide.questions }
}
