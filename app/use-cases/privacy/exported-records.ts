import type { Actor } from '#app/kernel/case/actor.ts'

import type { Environment } from '../environment.ts'
import { lookAtOwnRecords, type OwnRecord } from '../look-at-own-records.ts'
import { registersOn } from '../registers-on.ts'
import type { Mask } from './export-data.ts'

/** What each register holds on the actor, read now and logged as their own look; one that does not answer says so. */
export async function* exportedRecords(env: Environment, actor: Actor, mask: Mask): AsyncGenerator<unknown> {
  for (const { id } of registersOn(env, 'person')) {
    const looked = await lookAtOwnRecords(env, actor, '', id)
    if (!looked) continue
    yield { register: id, read_at: new Date(looked.at).toISOString(), standing: looked.standing, records: looked.records.map((record) => exportedRecord(record, mask)) }
  }
}

function exportedRecord({ asOf, validUntil, values }: OwnRecord, mask: Mask): unknown {
  const shown = values.map(({ concept, value }) => [concept.name, concept.classification === 'sensitive' && typeof value === 'string' && concept.type.type === 'text' ? mask(value) : value])
  return { as_of: asOf, valid_until: validUntil, values: Object.fromEntries(shown) }
}
