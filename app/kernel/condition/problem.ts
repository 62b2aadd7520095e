import { type Place } from './syntax.ts'

/** Kinds a part of a condition can have; `null` is the literal, `unknown` an undeclared name already reported. */
export type Kind = 'number' | 'text' | 'boolean' | 'date' | 'null' | 'unknown'

/** What FEEL has and a condition may not: left out so that every condition is total, quick and provable. */
export type UnsupportedFeature =
  | 'function' | 'function_definition' | 'if' | 'for' | 'quantified' | 'list' | 'context' | 'path' | 'filter'
  | 'instance_of' | 'power' | 'temporal' | 'input' | 'comparison_test' | 'logic_in_test' | 'range' | 'double_operator'
  | 'spaced_name' | 'not_without_parentheses' | 'other'

/** What each code tells beside its place. Texts found in the source are cut to 40 characters. */
export type ConditionProblemParams = {
  syntax: { found: string }
  unsupported: { feature: UnsupportedFeature; found: string }
  too_long: { length: number; max: number }
  too_deep: { max: number }
  hidden_character: { codePoint: string }
  unknown_name: { name: string; suggestion: string | null }
  type_mismatch: { operator: string; left: Kind; right: Kind }
  not_boolean: { found: Kind }
  not_one_of: { name: string; found: string; allowed: readonly string[] }
  bad_date: { found: string }
  bad_number: { found: string; maxDigits: number }
}

export type ConditionProblemCode = keyof ConditionProblemParams

/** Why a condition can't be used; data only, place as offsets into its source. */
export type ConditionProblem = {
  [Code in ConditionProblemCode]: { code: Code; from: number; to: number; params: ConditionProblemParams[Code] }
}[ConditionProblemCode]

/** Builds a problem at a place. */
export function problemAt<Code extends ConditionProblemCode>(code: Code, place: Place, params: ConditionProblemParams[Code]): ConditionProblem {
  // The mapped union is wider than what TypeScript can follow for a generic code; the parameter types above hold it.
  return { code, from: place.from, to: place.to, params } as ConditionProblem
}

const LONGEST_QUOTE = 40

/** The source at a place, cut to 40 characters: what a problem quotes. */
export function quote(source: string, place: Place): string {
  const text = source.slice(place.from, Math.max(place.to, place.from))
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`
}
