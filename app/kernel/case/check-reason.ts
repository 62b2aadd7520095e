import type { Reason } from './case-event.ts'
import { ownWordsProblems } from './own-words.ts'
import type { FieldProblem } from './problem.ts'

/** What is wrong with a coded reason and the words added to it. */
export function reasonProblems(reason: Reason, known: readonly string[]): FieldProblem[] {
  const code: FieldProblem[] = known.includes(reason.code) ? [] : [{ name: 'reason', code: reason.code === '' ? 'missing' : 'unknown_reason' }]
  return [...code, ...ownWordsProblems('text', reason.text)]
}

/** A text that must say something. */
export function textProblems(text: string): FieldProblem[] {
  if (text.trim() === '') return [{ name: 'text', code: 'missing' }]
  return ownWordsProblems('text', text)
}
