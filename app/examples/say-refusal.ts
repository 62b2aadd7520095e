import type { FieldProblem, Problem } from '#app/kernel/case/problem.ts'

/** Why the rules refuse what an example wants, in plain English. */
export function sayRefusal(problem: Problem): string {
  switch (problem.code) {
    case 'requirement':
      return `nobody can apply like this: ${problem.reason}`
    case 'invalid':
      return problem.fields.map(sayField).join('; ')
    case 'no_returns_left':
      return `${problem.task} can not send the case back once more`
    case 'wrong_amount':
      return `${problem.expected} fen are to be paid`
    case 'too_late':
      return `it is too late: ${problem.what}`
    case 'not_open':
      return `this is not possible here: ${problem.what}`
    case 'calendar_ends':
      return `this lies beyond the days of the calendar, which ends on ${problem.lastDay}`
    default:
      return `the rules say: ${spaced(problem.code)}`
  }
}

export const sayField = ({ name, code }: FieldProblem): string => `"${name}": ${spaced(code)}`

const spaced = (code: string): string => code.replaceAll('_', ' ')
