import { redirect } from '@remix-run/node'

import type { Actor } from '#app/kernel/case/actor.ts'
import type { Portal } from '#app/portal.server.ts'
import { type OpenDraft, openDraft } from '#app/use-cases/open-draft.ts'

import { requireCitizen } from './actor.server.ts'
import { notFound } from './not-found.ts'
import { requireAssurance } from './require-assurance.server.ts'

/**
 * The draft of an address, for its own applicant; one that was handed in leads to its receipt. One whose applicant has not
 * said yet which registers may be read leads to where they are asked.
 * @param unread the page can do with such a one
 */
export async function requireDraft(portal: Portal, request: Request, id: string | undefined, { unread = false }: { unread?: boolean } = {}): Promise<{ actor: Actor & { kind: 'citizen' }; open: OpenDraft }> {
  const actor = await requireCitizen(portal, request)
  const open = await openDraft(portal.env, actor, id ?? '')
  if (!open) throw notFound()
  await requireAssurance(portal, request, open.definition)
  if (open.draft.submittedRef) throw redirect(`/cases/${open.draft.submittedRef}/receipt`, 303)
  const isUnread = open.changes === null && Object.values(open.draft.sources).includes('open')
  if (isUnread && !unread) throw redirect(`/apply/${open.draft.id}/sources`, 303)
  return { actor, open }
}
