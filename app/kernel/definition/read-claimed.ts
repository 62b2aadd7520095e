import { given, type Value } from '#app/kernel/case/answer.ts'
import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import type { FieldProblemCode } from '#app/kernel/case/problem.ts'

import type { QuestionType } from './question-type.ts'

export type Claimed = { ok: true; value: Value } | { ok: false; code: FieldProblemCode }

const YES = ['yes', 'true', '\u662f', '\u0646\u0639\u0645']
const NO = ['no', 'false', '\u5426', '\u0644\u0627']

/**
 * What somebody wrote that a record should say, as a value of the record's own kind: whole numbers, yuan with or without
 * fen, `yes` or `no`, an option by its code, a date as 2026-03-27 or 2026/3/27. A day may be long past or far ahead.
 * Problems: what is wrong with the text, as of a typed answer; `not_a_file`, since nobody writes a file.
 */
export function readClaimed(type: QuestionType, text: string): Claimed {
  const plain = latinDigits(text.normalize('NFKC')).trim()
  const value = valueOf(type, plain, text.trim())
  const kind: QuestionType = type.type === 'date' ? { ...type, notBefore: null, notAfter: null } : type
  const problem = checkAnswer('', kind, given(value), '')
  return problem ? { ok: false, code: problem.code } : { ok: true, value }
}

/** Null where the text says nothing of this kind. */
function valueOf(type: QuestionType, plain: string, text: string): Value {
  switch (type.type) {
    case 'integer':
      return numberOf(plain, /^([+-]?\d{1,15})$/)
    case 'money': {
      const yuan = numberOf(plain.replaceAll(/[\u00a5\uffe5]/g, ''), /^(\d{1,13}(?:[.\u066b]\d{1,2})?)$/)
      return yuan === null ? null : Math.round(yuan * 100)
    }
    case 'yes_no':
      return YES.includes(plain.toLowerCase()) ? true : NO.includes(plain.toLowerCase()) ? false : null
    case 'date': {
      const [, year, month = '', day = ''] = /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/.exec(plain) ?? []
      return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    }
    case 'phone':
    case 'choice':
      return plain
    case 'text':
      return text
    case 'file':
      return null
    default:
      return type satisfies never
  }
}

function numberOf(plain: string, shape: RegExp): number | null {
  const [, digits] = shape.exec(plain.replaceAll(/[\s,\u066c]/g, '')) ?? []
  return digits === undefined ? null : Number(digits.replace('\u066b', '.'))
}

/** Arabic-Indic digits; full-width ones are Latin already, by their normal form. */
const latinDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16 % 10))
