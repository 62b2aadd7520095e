import type { EventActor } from './case-event.ts'

/** Who asks. Staff act for the desks they sit at (`department.role`), citizens for themselves and their companies. */
export type Actor =
  | { kind: 'citizen'; id: string; name: string; companies: readonly string[] }
  | { kind: 'staff'; id: string; name: string; desks: readonly string[] }
  | { kind: 'system'; id: 'system'; name: 'system' }
  | { kind: 'register'; id: string; name: string }

export const system: Actor = { kind: 'system', id: 'system', name: 'system' }

export const eventActor = (actor: Actor): EventActor => ({ kind: actor.kind, id: actor.id, name: actor.name })
