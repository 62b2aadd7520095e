import { describeDraft, type DraftField, type OpenDraft } from '#app/use-cases/open-draft.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { nextQuestion, planOf } from '#app/view/application-plan.ts'

/** After an answer: back to where it was changed from, or else on to the next question. */
export function onwardTo(env: Environment, { definition }: OpenDraft, draft: OpenDraft['draft'], { field }: DraftField, from: string | null): string {
  if (from === 'review' || from === 'records') return `/apply/${draft.id}/${from}`
  const plan = planOf(describeDraft(env, draft, definition))
  return `/apply/${draft.id}/${nextQuestion(plan, field.name) ?? 'review'}`
}

/** Before an answer: where the reader came from, or else the list. */
export const backTo = (draft: string, from: string | null): string => (from === 'review' || from === 'records' ? `/apply/${draft}/${from}` : `/apply/${draft}`)
