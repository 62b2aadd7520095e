import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { holderOf } from '#app/kernel/case/case-state.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import { caseAnswers } from '#app/view/case-answers.ts'
import { nameOrErased } from '#app/view/name-or-erased.ts'

import { letterOf } from '#app/routes/cases.$ref.letter/letter-of.ts'
import { appealView } from './appeal-view.ts'
import { eventLines } from './event-lines.ts'
import { needsView } from './needs-view.ts'
import { partsView } from './parts-view.ts'
import { statusView } from './status-view.ts'
import { stepRows } from './step-rows.ts'

/** All that the page of a case shows, in the reader's words. */
export function caseView(t: TFunction, lang: Language, catalogue: Pick<Catalogue, 'registers'>, followed: FollowedCase) {
  const { state, definition, certificates, offers } = followed
  return {
    ref: state.ref,
    service: state.service,
    lead: definition.lead,
    end: state.end,
    whose: state.segments.at(-1)?.whose ?? ('office' as const),
    applicant: nameOrErased(t, holderOf(state.applicant)),
    erased: followed.erased && { date: formatDate(followed.erased.at, lang), basis: followed.erased.basis },
    needs: needsView(t, lang, followed),
    status: statusView(t, lang, followed),
    parts: partsView(t, lang, followed),
    whole: state.parent && { ref: state.parent.ref },
    steps: stepRows(t, lang, followed),
    appeal: appealView(lang, followed),
    events: eventLines(t, lang, followed),
    answers: caseAnswers(t, lang, catalogue, state, definition),
    certificates: certificates.length,
    suspended: suspendedUntil(lang, followed),
    letter: state.end === 'refused' || letterOf(followed) !== null,
    again: definition.opens === 'by_applicant',
    mayWithdraw: offers.some((offer) => offer.type === 'withdraw'),
  }
}

/** The last day on which what was granted does not hold; null while it does. */
function suspendedUntil(lang: Language, { state }: FollowedCase): string | null {
  const until = state.results.map((result) => result.suspendedUntil ?? null).find((day) => day !== null)
  return until == null ? null : formatDate(until, lang)
}
