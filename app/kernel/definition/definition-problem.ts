import { nearestName } from '#app/kernel/condition/nearest-name.ts'

/** Where in a file: keys and list positions from the top. */
export type Path = readonly (string | number)[]

/**
 * Something wrong with a definition. `message` is for its author, in plain English, and says what to write instead.
 * `offset`: characters into the value at `path`; `atKey`: the key is meant, not its value.
 * `file`: in the tables beside the service, not in the service itself.
 */
export type DefinitionProblem = { code: DefinitionProblemCode; path: Path; message: string; offset?: number; atKey?: boolean; file?: 'tables' }

/** Every code a problem can have. */
export const definitionProblemCodes = [
  'yaml',
  'shape',
  'unknown_key',
  'unknown_word',
  'unknown_name',
  'unknown_concept',
  'unknown_register',
  'unknown_department',
  'unknown_desk',
  'wrong_type',
  'condition',
  'duplicate_name',
  'field_source',
  'no_end',
  'dead_step',
  'end_in_parallel',
  'else_not_last',
  'gap',
  'overlap',
  'no_way_out',
  'unknown_service',
  'sub_cycle',
  'sub_answers',
  'after',
  'each',
  'region',
  'department',
  'unstaffed',
  'promise',
  'amendment',
  'owed',
  'unseen_file',
  'guide',
  'too_complex',
  'example',
  'no_stage_returns',
  'returns',
  'read_before_set',
  'never_set',
  'four_eyes',
  'outcome',
  'missing_reasons',
  'guarantee',
  'limit',
  'already_held',
  'agreement',
  'calendar',
  'version',
  'missing_text',
  'missing_file',
] as const
export type DefinitionProblemCode = (typeof definitionProblemCodes)[number]

/** `; did you mean "x"?`, what there is, or nothing. */
export function hint(word: string, known: readonly string[]): string {
  const near = nearestName(word, known)
  if (known.length === 0) return '; there is none at all'
  return near ? `; did you mean "${near}"?` : known.length <= 12 ? `; known are ${known.join(', ')}` : ''
}
