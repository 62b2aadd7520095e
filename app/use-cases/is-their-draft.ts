import type { Actor } from '#app/kernel/case/actor.ts'
import { may } from '#app/kernel/permission.ts'
import type { Draft } from '#db/store.ts'

/** A draft is its writer's; one for a company only for as long as they act for it, since opening it shows the company's records. */
export const isTheirDraft = (actor: Actor | null, draft: Draft): boolean =>
  may(actor, { action: 'open_draft', draft }) && (draft.company === null || may(actor, { action: 'act_for', subject: draft.company, service: draft.service }))
