import type { TFunction } from 'i18next'

import { problemMessage } from '#app/http/refusal.ts'
import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OpenDraft } from '#app/use-cases/open-draft.ts'
import type { Submitted } from '#app/use-cases/submit-application.ts'
import { answerRow } from '#app/view/record-rows.ts'

type Refused = Extract<Submitted, { ok: false }>['problem']

/** Why an application was not taken, and what has changed since the applicant looked. */
export type RefusalView = { message: string; changes: readonly { name: string; before: string | null; after: string | null }[] }

export function refusalView(t: TFunction, lang: Language, problem: Refused, before: OpenDraft, now: OpenDraft): RefusalView {
  const names: Record<string, string> = problem.code === 'calendar_ends' ? { lastDay: formatDate(problem.lastDay, lang) } : {}
  const rows = (open: OpenDraft) => open.fields.map(answerRow(t, lang))
  const was = new Map(rows(before).map((row) => [row.field, row.value]))
  const changes = rows(now).flatMap(({ field, name, value }) => {
    const old = was.get(field) ?? null
    return old === value ? [] : [{ name, before: old, after: value }]
  })
  return { message: problemMessage(t, problem, names), changes }
}
