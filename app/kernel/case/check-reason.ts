import type { Reason } from './case-event.ts'
import { NOTE_LENGTH } from './note-length.ts'
import type { FieldProblem } from './problem.ts'

/** What is wrong with a coded reason and the words added to it. */
export function reasonProblems(reason: Reason, known: readonly string[]): FieldProblem[] {
  const code: FieldProblem[] = known.includes(reason.code) ? [] : [{ name: 'reason', code: reason.code === '' ? 'missing' : 'unknown_reason' }]
  const text: FieldProblem[] = [...reason.text].length > NOTE_LENGTH ? [{ name: 'text', code: 'too_long', params: { max: NOTE_LENGTH } }] : []
  return [...code, ...text]
}

/** A text that must say something. */
export function textProblems(text: string): FieldProblem[] {
  if (text.trim() === '') return [{ name: 'text', code: 'missing' }]
  return [...text].length > NOTE_LENGTH ? [{ name: 'text', code: 'too_long', params: { max: NOTE_LENGTH } }] : []
}
