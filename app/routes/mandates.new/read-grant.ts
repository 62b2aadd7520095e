import type { Grant } from '#app/use-cases/mandates/grant-mandate.ts'
import { readInput } from '#app/http/read-input.ts'
import type { FieldProblem } from '#app/kernel/case/problem.ts'

/** The form as a grant, and what can't be read of it. */
export function readGrant(form: FormData): { grant: Grant; unread: FieldProblem[] } {
  const text = (name: string): string => String(form.get(name) ?? '').normalize('NFC').trim()
  const until = readInput({ type: 'date', notBefore: null, notAfter: null }, 'until', form)
  const company = text('for').startsWith('company:') ? text('for').slice('company:'.length) : null
  const services = text('scope') === 'all' ? null : form.getAll('services').map(String)
  const grant = { company, identityNumber: text('identity_number').normalize('NFKC'), name: text('name'), services, until: 'value' in until && typeof until.value === 'string' ? until.value : null }
  return { grant, unread: 'unread' in until ? [{ name: 'until', code: until.unread }] : [] }
}
