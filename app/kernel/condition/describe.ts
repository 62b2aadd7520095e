import { type ConditionProblem, type Kind, type UnsupportedFeature } from './problem.ts'

const INSTEAD: Record<UnsupportedFeature, string> = {
  function: 'functions are not available, except not(…) and date("YYYY-MM-DD")',
  function_definition: 'a condition can\'t define a function',
  if: 'write "a and b or not(a) and c" instead of if … then … else',
  for: 'a condition can\'t loop; compare single values',
  quantified: 'a condition can\'t loop; compare single values with and/or',
  list: 'write the values in round brackets after in: x in (1, 2, 3)',
  context: 'a condition can\'t build records; compare single values',
  path: 'names have no dots; use the data name of this service',
  filter: 'a condition can\'t filter lists; compare single values',
  instance_of: 'types are declared in the service; remove "instance of"',
  power: 'write the product out instead of **',
  temporal: 'write a date as date("YYYY-MM-DD"); times and durations are not available',
  input: 'write the name of the value instead of ?',
  comparison_test: 'write the comparison out: x < 5 or x > 7, or use a range such as [1..5]',
  logic_in_test: 'put brackets around the whole "in": (x in (1, 2)) = true',
  range: 'a range stands only after in: x in [1..5]',
  double_operator: 'use one of = != < <= > >= (a single = compares)',
  spaced_name: 'names are single words in snake_case; join conditions with lower-case and/or',
  not_without_parentheses: 'write not(…) with brackets',
  other: 'use comparisons joined with and, or, not(…)',
}

/**
 * One plain English sentence that tells the author what to write instead. For the checker's output; pages translate the
 * code and its params themselves.
 */
export function describeConditionProblem(problem: ConditionProblem): string {
  switch (problem.code) {
    case 'syntax':
      return problem.params.found === '' ? 'The condition is incomplete; write something like seats > 50.' : `"${problem.params.found}" can't be read here; write something like kitchen = "hot" and seats > 50.`
    case 'unsupported':
      return `"${problem.params.found}" can't be used: ${INSTEAD[problem.params.feature]}.`
    case 'too_long':
      return `The condition has ${problem.params.length} characters; split it so that each has at most ${problem.params.max}.`
    case 'too_deep':
      return `The condition is nested more than ${problem.params.max} levels deep; remove brackets or split it.`
    case 'hidden_character':
      return `Remove the invisible character ${problem.params.codePoint}.`
    case 'unknown_name':
      return `"${problem.params.name}" is not a data name of this service; ${suggestion(problem.params.suggestion)}`
    case 'type_mismatch':
      return `"${problem.params.operator}" can't be used between ${NOUNS[problem.params.left]} and ${NOUNS[problem.params.right]}${mismatchAdvice(problem.params.left, problem.params.right)}.`
    case 'not_boolean':
      return `This is ${NOUNS[problem.params.found]}, not true or false; compare it with something.`
    case 'not_one_of':
      return `"${problem.params.name}" is never "${problem.params.found}"; write one of ${problem.params.allowed.map((text) => `"${text}"`).join(', ')}.`
    case 'bad_date':
      return `"${problem.params.found}" is not a date of the calendar; write it as YYYY-MM-DD.`
    case 'bad_number':
      return `"${problem.params.found}" is not a number a condition can hold; write at most ${problem.params.maxDigits} digits and no exponent.`
    default:
      return problem satisfies never
  }
}

const NOUNS: Record<Kind, string> = { number: 'a number', text: 'text', boolean: 'a yes/no value', date: 'a date', null: 'null', unknown: 'an unknown value' }

const suggestion = (name: string | null): string => (name === null ? 'declare it under data.' : `did you mean "${name}"?`)

/** What helps most authors: dates need date("…"), text has no order. */
function mismatchAdvice(left: Kind, right: Kind): string {
  const kinds = [left, right]
  if (kinds.includes('date') && kinds.includes('text')) return '; write the date as date("YYYY-MM-DD")'
  if (left === 'text' && right === 'text') return '; text can only be compared with = or !='
  if (kinds.includes('null')) return '; null can only be compared with = or !='
  return ''
}
