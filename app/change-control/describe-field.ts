import type { DataField } from '#app/kernel/definition/definition.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'

/** One value of a service in a line of words: equal lines mean the same. */
export function describeField(field: DataField): string {
  const parts = [sourceOf(field), typeOf(field.type), `concept ${field.concept}`, field.when && `when ${field.when}`, field.each && `for each of ${field.each}`]
  return [...parts, ...(field.kind === 'record' || field.kind === 'question' ? materialOf(field) : [])].filter(Boolean).join(', ')
}

function sourceOf(field: DataField): string {
  switch (field.kind) {
    case 'record':
      return `from ${field.register}.${field.entity}.${field.field}${field.holder ? ` of ${field.holder}` : ''}${field.pick ? ', picked' : ''}${field.with ? ` with ${field.with}` : ''}${field.editable ? ', editable' : ''}`
    case 'question':
      return field.waiver ? `asked by ${field.waiver}` : 'asked'
    case 'desk':
      return `set by ${field.task}`
    case 'table':
      // The rows are what a table says: another row is another value.
      return `given by table ${field.table} ${JSON.stringify(field.rows)}`
    default:
      return field satisfies never
  }
}

function typeOf(type: QuestionType): string {
  switch (type.type) {
    case 'integer':
      return `whole number ${type.min} to ${type.max}`
    case 'money':
      return `money up to ${type.max}`
    case 'text':
      return `text up to ${type.maxLength} characters`
    case 'choice':
      return `one of ${type.of.join(', ')}`
    case 'date':
      return `date${type.notBefore ? ' not before today' : ''}${type.notAfter ? ' not after today' : ''}`
    case 'file':
      return `file (${type.accept.join(', ')})`
    case 'phone':
    case 'yes_no':
      return type.type.replace('_', ' or ')
    default:
      return type satisfies never
  }
}

const materialOf = (field: DataField & { kind: 'record' | 'question' }): (string | null)[] => [
  field.optional ? 'optional' : null,
  field.seenBy && `seen by ${field.seenBy.join(', ')}`,
  field.promisable && `may be promised (${field.promisable} checks)`,
  field.tolerable ? 'may be brought later' : null,
]
