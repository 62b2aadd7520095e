import { type Actor, eventActor } from '#app/kernel/case/actor.ts'

import type { Environment } from './environment.ts'
import { askRegister, type RegisterRead, type WantedField } from './read-register.ts'
import { MOST_WAIT_MS } from './register-wait.ts'

/**
 * Somebody's look at records on themselves, or on whom they act for: no agreement is needed for one's own data, and it is
 * in the access log as their own look before anything is shown.
 * @param subject whose: identity number or credit code; that the actor may see it is for the caller to know
 */
export function readOwn(env: Environment, actor: Actor, register: string, subject: string, fields: readonly Omit<WantedField, 'subject'>[]): Promise<RegisterRead> {
  const department = env.catalogue.registers[register]?.owner ?? register
  const reading = { reader: eventActor(actor), service: null, department, desk: null, ref: null, draft: null, applicant: { name: actor.name, own: [subject] } }
  const wanted = fields.map((field) => ({ ...field, subject }))
  return askRegister(env, reading, { register, agreement: null, purpose: 'own', wanted, signal: AbortSignal.timeout(MOST_WAIT_MS) })
}
