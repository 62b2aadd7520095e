import { actorFrom } from '#app/http/actor.server.ts'
import { may } from '#app/kernel/permission.ts'
import type { StoredPerson } from '#db/store.ts'

/** Where somebody goes after signing in: where they came from, or else their own place. */
export function landingFor(person: StoredPerson, returnTo: string): string {
  if (returnTo !== '/') return returnTo
  const actor = actorFrom(person)
  if (may(actor, 'work_at_desk', null, 'case_work')) return '/desk'
  if (may(actor, 'see_board', null, 'supervision')) return '/board'
  return may(actor, 'see_alerts', null, 'security') ? '/security' : '/'
}
