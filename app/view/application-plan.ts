import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'

/** A draft as somebody works through it: what records say, then one question after another, then the review. */
export type ApplicationPlan = {
  records: readonly DraftField[]
  questions: readonly DraftField[]
  /** Sections complete, of how many: the records, each question, the review. */
  done: number
  total: number
  /** Nothing is missing and nothing stands in the way. */
  ready: boolean
}

export function planOf(open: OpenDraft): ApplicationPlan {
  const fields = open.fields.filter((one) => !awaitsPick(open, one))
  const questions = fields.filter((one) => isQuestion(open, one))
  const records = fields.filter((one) => !isQuestion(open, one))
  const own = records.length > 0 ? 1 : 0
  return {
    records,
    questions,
    done: own + questions.filter((one) => !isOpen(one)).length,
    total: own + questions.length + 1,
    ready: open.problems.length === 0 && open.unmet.length === 0,
  }
}

/** The next question without an answer, first behind the one just given; null when there is none. */
export function nextQuestion({ questions }: ApplicationPlan, after: string | null): string | null {
  const here = questions.findIndex((one) => one.field.name === after)
  const inOrder = [...questions.slice(here + 1), ...questions.slice(0, here + 1)]
  return inOrder.find((one) => isOpen(one) && one.field.name !== after)?.field.name ?? null
}

/** Not answered well, or, when it may be skipped, not seen yet. */
export const isOpen = ({ state, answer }: DraftField): boolean => state === 'todo' || answer === null

/** One of several records to choose from, or a value that nobody holds. */
function isQuestion(open: OpenDraft, { field, answer, asked }: DraftField): boolean {
  if (field.kind === 'question') return true
  if (field.pick && (open.draft.options[field.name]?.length ?? 0) > 1) return true
  return asked && (answer?.envelope ?? null) === null
}

/** Comes with a record that is still to be chosen. */
const awaitsPick = ({ draft }: OpenDraft, { field, answer }: DraftField): boolean =>
  field.kind === 'record' && field.with !== null && answer === null && (draft.options[field.with]?.length ?? 0) > 0 && draft.answers[field.with] === undefined
