import { holderOf } from '#app/kernel/case/case-state.ts'
import type { Deadlines } from '#app/kernel/case/deadlines.ts'
import type { CaseSummary } from '#db/store.ts'

import type { Effect } from './case-commit.ts'

export function summaryOf({ definition, state }: Effect, { promise }: Deadlines): CaseSummary {
  const { applicant } = state
  return {
    caseId: state.id,
    ref: state.ref,
    service: state.service,
    lead: definition.lead,
    person: applicant.person,
    company: applicant.company,
    behalf: applicant.behalf?.subject ?? null,
    applicantName: holderOf(applicant),
    submittedAt: state.submittedAt,
    endedAt: state.endedAt,
    end: state.end,
    whose: state.segments.at(-1)?.whose ?? 'office',
    yellowAt: state.end === null ? promise.yellowAt : null,
    dueAt: state.end === null ? promise.dueAt : null,
    promisedDays: definition.promise.amount,
    usedDays: promise.used,
  }
}
