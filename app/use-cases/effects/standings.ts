import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import type { RecordStanding, Standing } from '#db/store.ts'

import type { Effect } from './case-commit.ts'
import { certificateMade, certificateNumber } from './certificates.ts'
import { recordOf } from './record-of.ts'

/** What becomes of the records that certificates made, when these are taken back, set aside, or hold again. */
export function standingsOf(effect: Effect): RecordStanding[] {
  return effect.events.flatMap((event) => changesOf(event).flatMap(({ codes, standing }) => codes.flatMap((code) => standingOf(effect, code, standing))))
}

function changesOf(event: CaseEvent): { codes: readonly string[]; standing: Standing }[] {
  switch (event.type) {
    case 'revoked':
      return [{ codes: event.codes, standing: 'revoked' }]
    case 'result_issued':
      return [{ codes: event.revokes ?? [], standing: 'revoked' }]
    case 'suspended':
      return [{ codes: event.codes, standing: 'suspended' }]
    case 'resumed':
      return [{ codes: event.codes, standing: 'valid' }]
    default:
      return []
  }
}

function standingOf(effect: Effect, code: string, standing: Standing): RecordStanding[] {
  const result = effect.state.results.find((one) => one.code === code)
  const made = result && certificateMade(effect.definition, result.auto)
  const kept = made && recordOf(effect, made)
  return kept ? [{ ...kept, number: certificateNumber(result), standing }] : []
}
