import type { QuestionType } from '#app/kernel/definition/question-type.ts'
import type { Input } from '#app/use-cases/save-answer.ts'

/** Digits of other scripts that people's keyboards give: full-width and Arabic-Indic. */
const latinDigits = (text: string): string =>
  text.replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16 % 10))

const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}

/** What a form says for a question, as the question's kind of value. Uploads are read elsewhere. */
export function readInput(type: QuestionType, name: string, form: FormData): Input {
  const text = field(form, name)
  switch (type.type) {
    case 'date':
      return readDate(name, form)
    case 'integer':
      return readNumber(text)
    case 'money':
      return readMoney(text)
    case 'yes_no':
      return { value: text === 'yes' ? true : text === 'no' ? false : null }
    case 'phone':
      return { value: latinDigits(text) || null }
    case 'choice':
    case 'text':
      return { value: text.replaceAll('\r\n', '\n') || null }
    case 'file':
      return { value: null }
    default:
      return type satisfies never
  }
}

function readNumber(text: string): Input {
  if (text === '') return { value: null }
  const digits = latinDigits(text).replaceAll(/[\s,\uff0c\u066c\u3001]/g, '')
  return /^[+-]?\d{1,15}$/.test(digits) ? { value: Number(digits) } : { unread: 'not_a_number' }
}

/** People write yuan, with or without fen; the portal keeps fen. */
function readMoney(text: string): Input {
  if (text === '') return { value: null }
  const [, yuan, fen = ''] = /^(\d{1,13})(?:[.\uff0e\u066b](\d{1,2}))?$/.exec(latinDigits(text).replaceAll(/[\s,\uff0c\u066c\u00a5\uffe5]/g, '')) ?? []
  return yuan === undefined ? { unread: 'not_a_number' } : { value: Number(yuan) * 100 + Number(fen.padEnd(2, '0')) }
}

function readDate(name: string, form: FormData): Input {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => latinDigits(field(form, `${name}-${part}`))) as [string, string, string]
  if (year + month + day === '') return { value: null }
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return { unread: 'not_a_date' }
  return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
}

/** What was typed, so that a page with an error shows it again. */
export function typedText(type: QuestionType, name: string, form: FormData): Record<string, string> {
  const names = type.type === 'date' ? ['year', 'month', 'day'].map((part) => `${name}-${part}`) : [name]
  return Object.fromEntries(names.map((one) => [one, field(form, one)]))
}
