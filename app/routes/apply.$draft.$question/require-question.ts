import { redirect } from '@remix-run/node'

import { notFound } from '#app/http/not-found.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'

/** The question of an address. One that other answers have made needless leads back to the list. */
export function requireQuestion({ draft, definition, fields }: OpenDraft, name = ''): DraftField {
  const one = fields.find(({ field }) => field.name === name)
  if (one?.asked) return one
  if (!one && fieldNamed(definition, name)) throw redirect(`/apply/${draft.id}`, 303)
  throw notFound()
}
