import type { TFunction } from 'i18next'

import { agreementKey } from '#app/catalogue/catalogue.ts'
import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { RecordField } from '#app/kernel/definition/definition.ts'
import { agreed } from '#app/kernel/records/agreement.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import type { OpenDraft } from '#app/use-cases/open-draft.ts'
import { fieldLabel } from '#app/view/show-value.ts'

/** One register that would be read: what of it, what for, and by which law. */
export type AskedSource = { id: string; name: string; owner: string; fields: readonly string[]; purpose: string; legal: string; until: string }

/** What would be read for a draft, before anything is. */
export function sourcesView(t: TFunction, lang: Language, env: Environment, { draft, definition }: OpenDraft) {
  const asked = Object.keys(draft.sources).filter((register) => draft.sources[register] === 'open')
  const read = asked.map((register) => describe(t, lang, env, definition.service, register, fieldsOf(definition, register)))
  return {
    draft: draft.id,
    service: t(`services/${definition.service}:title`),
    serviceId: definition.service,
    behalf: draft.behalf?.name ?? null,
    sources: read.flatMap(({ source }) => source ?? []),
    withheld: [...new Set(read.flatMap(({ withheld }) => withheld))],
  }
}

const fieldsOf = ({ data }: OpenDraft['definition'], register: string): RecordField[] =>
  Object.values(data).flatMap((field) => (field.kind === 'record' && field.register === register ? [field] : []))

function describe(t: TFunction, lang: Language, env: Environment, service: string, register: string, fields: readonly RecordField[]): { source: AskedSource | null; withheld: readonly string[] } {
  const { agreements, registers, calendar } = env.catalogue
  const agreement = agreements[agreementKey(service, register)]
  const { may, mayNot } = agreed(agreement, fields, localDate(calendar, env.now()))
  const named = (some: readonly RecordField[]): string[] => [...new Set(some.map((field) => fieldLabel(t, field)))]
  const withheld = named(mayNot)
  if (!agreement || may.length === 0) return { source: null, withheld }
  const source = {
    id: register,
    name: t(`registers:${register}.name`),
    owner: t(`departments:${registers[register]?.owner ?? ''}.name`),
    fields: named(may),
    purpose: t(`agreements:purposes.${agreement.purpose}`),
    legal: agreement.legal,
    until: formatDate(agreement.until, lang),
  }
  return { source, withheld }
}
