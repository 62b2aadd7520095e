import { nearestName } from '#app/kernel/condition/nearest-name.ts'

/** Where in a file: keys and list positions from the top. */
export type Path = readonly (string | number)[]

/**
 * Something wrong with a definition. `message` is for its author, in plain English, and says what to write instead.
 * `offset`: characters into the value at `path`; `atKey`: the key is meant, not its value.
 */
export type DefinitionProblem = { code: DefinitionProblemCode; path: Path; message: string; offset?: number; atKey?: boolean }

export type DefinitionProblemCode =
  | 'yaml'
  | 'shape'
  | 'unknown_key'
  | 'unknown_word'
  | 'unknown_name'
  | 'unknown_concept'
  | 'unknown_register'
  | 'unknown_department'
  | 'unknown_desk'
  | 'wrong_type'
  | 'condition'
  | 'duplicate_name'
  | 'field_source'
  | 'no_end'
  | 'dead_step'
  | 'end_in_parallel'
  | 'no_else'
  | 'no_stage_returns'
  | 'read_before_set'
  | 'never_set'
  | 'four_eyes'
  | 'outcome'
  | 'missing_reasons'
  | 'guarantee'
  | 'limit'
  | 'already_held'
  | 'calendar'
  | 'missing_text'
  | 'missing_file'

/** `; did you mean "x"?` or nothing. */
export function hint(word: string, known: readonly string[]): string {
  const near = nearestName(word, known)
  return near ? `; did you mean "${near}"?` : known.length <= 12 ? `; known are ${known.join(', ')}` : ''
}
