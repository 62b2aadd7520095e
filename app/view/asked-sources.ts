import type { TFunction } from 'i18next'

import { agreementKey } from '#app/catalogue/catalogue.ts'
import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition, RecordField } from '#app/kernel/definition/definition.ts'
import { agreed } from '#app/kernel/records/agreement.ts'
import type { Environment } from '#app/use-cases/environment.ts'

import { fieldLabel } from './show-value.ts'

/** One register that would be read: what of it, what for, and by which law. */
export type AskedSource = { id: string; name: string; owner: string; fields: readonly string[]; purpose: string; legal: string; until: string }

/** What would be read of these registers for a service, and the values that no agreement covers. */
export function askedSources(t: TFunction, lang: Language, env: Environment, definition: Definition, registers: readonly string[]): { sources: AskedSource[]; withheld: string[] } {
  const asked = registers.map((register) => describe(t, lang, env, definition, register))
  return { sources: asked.flatMap(({ source }) => source ?? []), withheld: [...new Set(asked.flatMap(({ withheld }) => withheld))] }
}

function describe(t: TFunction, lang: Language, env: Environment, { service, data }: Definition, register: string): { source: AskedSource | null; withheld: readonly string[] } {
  const { agreements, registers, calendar } = env.catalogue
  const fields = Object.values(data).flatMap((field) => (field.kind === 'record' && field.register === register ? [field] : []))
  const agreement = agreements[agreementKey(service, register)]
  const { may, mayNot } = agreed(agreement, fields, localDate(calendar, env.now()))
  const named = (some: readonly RecordField[]): string[] => [...new Set(some.map((field) => fieldLabel(t, field)))]
  if (!agreement || may.length === 0) return { source: null, withheld: named(mayNot) }
  const source = {
    id: register,
    name: t(`registers:${register}.name`),
    owner: t(`departments:${registers[register]?.owner ?? ''}.name`),
    fields: named(may),
    purpose: t(`agreements:purposes.${agreement.purpose}`),
    legal: agreement.legal,
    until: formatDate(agreement.until, lang),
  }
  return { source, withheld: named(mayNot) }
}
