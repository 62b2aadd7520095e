import type { EventActor } from './case-event.ts'

/** Who asks. Staff act for the desks they sit at (`department.role`), citizens for themselves and their companies. */
export type Actor =
  | { kind: 'citizen'; id: string; name: string; companies: readonly string[]; mandates?: readonly Mandated[] }
  | { kind: 'staff'; id: string; name: string; desks: readonly string[] }
  | { kind: 'system'; id: 'system'; name: 'system' }
  | { kind: 'register'; id: string; name: string }

/** For whom somebody may act now, beside themselves and companies they head: identity number or credit code; `services: null` is all. */
export type Mandated = { id: string; kind: 'person' | 'company'; subject: string; name: string; services: readonly string[] | null }

export const system: Actor = { kind: 'system', id: 'system', name: 'system' }

/** A register that sends records of its own. */
export const registerActor = (id: string): Actor => ({ kind: 'register', id, name: id })

export const eventActor = (actor: Actor): EventActor => ({ kind: actor.kind, id: actor.id, name: actor.name })
