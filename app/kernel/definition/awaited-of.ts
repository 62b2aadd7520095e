import type { Awaited } from './definition.ts'
import type { Shape } from './read-flow.ts'

/** What is waited for, or what is missing, in words. */
export function awaitedOf(read: Shape<'wait'>): Awaited | string {
  switch (read.for) {
    case 'notice':
      return { what: 'notice', objections: read.objections ?? false }
    case 'materials':
      return { what: 'materials' }
    case 'record': {
      const [register, entity] = read.record?.split('.') ?? []
      return register && entity ? { what: 'record', register, entity } : 'say which record is awaited: record: register.entity'
    }
    case 'payment': {
      const { amount, payee, legal } = read
      return amount !== undefined && payee && legal ? { what: 'payment', amount, payee, basis: legal } : 'a payment needs amount, payee and legal (the law the fee rests on)'
    }
    default:
      return read.for satisfies never
  }
}
