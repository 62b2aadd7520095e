import { redirect } from '@remix-run/node'

import { notFound } from '#app/http/not-found.ts'
import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'

/** The question of an address. One that other answers have made needless leads back to the list. */
export function requireQuestion({ draft, definition, fields }: OpenDraft, name = ''): DraftField {
  const one = fields.find(({ field }) => field.name === name)
  if (one?.asked) return one
  if (!one && Object.hasOwn(definition.data, name)) throw redirect(`/apply/${draft.id}`, 303)
  throw notFound()
}
