import { hasControl } from './check-answer.ts'
import { NOTE_LENGTH } from './note-length.ts'
import type { FieldProblem } from './problem.ts'

/** What is wrong with a note or an explanation: too long, or with characters in it that no page can show as they are. */
export function ownWordsProblems(name: string, text: string): FieldProblem[] {
  if ([...text].length > NOTE_LENGTH) return [{ name, code: 'too_long', params: { max: NOTE_LENGTH } }]
  return hasControl(text) ? [{ name, code: 'control_characters' }] : []
}
