import { namesIn } from '#app/kernel/condition/names.ts'
import { parseCondition } from '#app/kernel/condition/parse.ts'

import { checkDefinition } from './check-definition.ts'
import type { DataField, Definition } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { readField } from './read-field.ts'
import { FlowReader, type Places, spanOf } from './read-flow.ts'
import { type ServiceSource, serviceSchema } from './service-schema.ts'
import { shape } from './shape.ts'
import type { Surroundings } from './surroundings.ts'

export type ReadDefinition = { ok: true; definition: Omit<Definition, 'hash'> } | { ok: false; problems: readonly DefinitionProblem[] }

/**
 * Reads and checks what a service.yaml holds (already parsed to plain values).
 * Returns the definition without its hash, or everything that is wrong with it.
 */
export function readDefinition(raw: unknown, surroundings: Surroundings): ReadDefinition {
  const read = shape(serviceSchema, raw, [])
  const flow = new FlowReader()
  const rawFlow = raw !== null && typeof raw === 'object' && 'flow' in raw && Array.isArray(raw.flow) ? raw.flow : []
  const steps = flow.steps(rawFlow, ['flow'])
  if (!read.value) return { ok: false, problems: [...read.problems, ...flow.problems] }
  const source = read.value
  const fields = Object.entries(source.data).map(([name, field]) => readField(name, field, surroundings, ['data', name]))
  const problems = [...fields.flatMap((field) => field.problems), ...flow.problems]
  if (problems.length > 0) return { ok: false, problems }
  const definition = assemble(source, fields.flatMap(({ field }) => field ?? []), steps)
  const found = checkDefinition(definition, flow.places satisfies Places, surroundings)
  return found.length === 0 ? { ok: true, definition } : { ok: false, problems: found }
}

function assemble(source: ServiceSource, fields: readonly DataField[], flow: Definition['flow']): Omit<Definition, 'hash'> {
  return {
    service: source.service,
    version: source.version,
    lead: source.lead,
    audience: source.for,
    theme: source.theme,
    icon: source.icon,
    legal: source.legal,
    limit: spanOf(source.limit),
    promise: spanOf(source.promise),
    guarantee: { trips: source.guarantee.trips, siteVisits: source.guarantee.site_visits, returns: source.guarantee.returns },
    data: Object.fromEntries(fields.map((field) => [field.name, field])),
    requires: (source.requires ?? []).map(({ when, reason }) => ({ when, reason, names: namesOf(when) })),
    flow,
    withdraw: source.on?.withdraw ? { before: source.on.withdraw.before } : null,
  }
}

function namesOf(condition: string): string[] {
  const parsed = parseCondition(condition)
  return parsed.ok ? namesIn(parsed.condition) : []
}
