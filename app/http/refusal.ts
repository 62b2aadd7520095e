import type { TFunction } from 'i18next'

import type { FieldProblem, Problem } from '#app/kernel/case/problem.ts'

type AnyProblem = Problem | { code: 'records_changed'; names: readonly string[] } | { code: 'definition_changed' } | { code: 'sources_open' }

/** HTTP status of a refusal: what is wrong with the input 422, with the moment 409. */
export function statusOf(problem: AnyProblem): number {
  switch (problem.code) {
    case 'not_found':
    case 'not_permitted':
      return 404
    case 'invalid':
    case 'requirement':
    case 'wrong_amount':
    case 'unknown_outcome':
      return 422
    case 'calendar_ends':
    case 'evidence_stalled':
      return 503
    default:
      return 409
  }
}

/** What is wrong with a field, in the reader's language (namespace `problems`). */
export const fieldMessage = (t: TFunction, problem: FieldProblem): string => t(`problems:field.${problem.code}`, { ...problem.params })

/** Why something was refused. `params` may hold codes: callers that can name them pass the names. */
export const problemMessage = (t: TFunction, problem: AnyProblem, names: Record<string, string> = {}): string => t(`problems:${problem.code}`, { ...problem, ...names })
