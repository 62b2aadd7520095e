import { actorFrom } from '#app/http/actor.server.ts'
import { may } from '#app/kernel/permission.ts'
import type { StoredPerson } from '#db/store.ts'

/** Where somebody goes after signing in: where they came from, or else their own place. */
export function landingFor(person: StoredPerson, returnTo: string): string {
  if (returnTo !== '/') return returnTo
  const actor = actorFrom(person)
  if (may(actor, { action: 'work_at_desk' })) return '/desk'
  return may(actor, { action: 'see_board' }) ? '/board' : '/'
}
