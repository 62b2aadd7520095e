import { agreementKey, type Catalogue } from '#app/catalogue/catalogue.ts'

import { agreementOf, agreements, registersOf, type ServiceFile } from './files.ts'
import type { Paper } from './what-may-be-read.ts'
import { TODAY } from './world.ts'

/** One thing changed in the agreements, or nothing. */
export type Change = { name: string; paper: Paper; isOneField: boolean }

const YESTERDAY = '2026-03-01'

/** The agreements as they are; and for each of a service's own: torn up, run out, on its last day, and with each field struck out. */
export function changesFor(service: ServiceFile): Change[] {
  const asTheyAre = { name: 'as they are', paper: agreements, isOneField: false }
  return [asTheyAre, ...registersOf(service).flatMap((register) => changesWith(service.id, register))]
}

function changesWith(service: string, register: string): Change[] {
  const one = agreementOf(service, register)
  if (!one) return []
  const others = agreements.filter((agreement) => agreement !== one)
  const fields = Object.entries(one.fields).flatMap(([entity, names]) => names.map((name) => ({ entity, name })))
  return [
    { name: `none with ${register}`, paper: others, isOneField: false },
    { name: `${register} until yesterday`, paper: [...others, { ...one, until: YESTERDAY }], isOneField: false },
    { name: `${register} until today`, paper: [...others, { ...one, until: TODAY }], isOneField: false },
    ...fields.map(({ entity, name }): Change => ({
      name: `${register} without ${entity}.${name}`,
      paper: [...others, { ...one, fields: { ...one.fields, [entity]: (one.fields[entity] ?? []).filter((other) => other !== name) } }],
      isOneField: true,
    })),
  ]
}

/** The portal's catalogue under these agreements. */
export function under(catalogue: Catalogue, paper: Paper): Catalogue {
  const all = paper.flatMap(({ service, register, fields, until }) => {
    const key = agreementKey(service, register)
    const known = catalogue.agreements[key]
    return known ? [[key, { ...known, fields, until }] as const] : []
  })
  return { ...catalogue, agreements: Object.fromEntries(all) }
}
