import type { Actor } from './case/actor.ts'
import { type Behalf, type CaseState, openTasks } from './case/case-state.ts'
import { actsFor, isApplicant } from './case/is-applicant.ts'
import { isSeenBy } from './case/seen-by.ts'
import type { DataField, Definition } from './definition/definition.ts'
import type { Register } from './definition/surroundings.ts'

/** What somebody wants to do, and with what. */
export type Wish =
  | { action: 'apply' }
  | { action: 'open_draft'; draft: { person: string; service: string; company: string | null; behalf: Behalf | null } }
  /** On somebody's behalf. */
  | { action: 'act_for'; subject: string; service: string }
  | { action: 'follow_case'; case: CaseState }
  | { action: 'work_at_desk' }
  /** That there is such a case, its steps and its clock; nothing personal. */
  | { action: 'see_case'; case: CaseState; definition: Pick<Definition, 'extension' | 'revocation' | 'suspension'> }
  /** What the applicant gave and what registers hold on them. */
  | { action: 'read_answer'; case: CaseState; field: DataField }
  | { action: 'read_file'; file: { id: string; owner: string }; case: CaseState | null; field: DataField | null }
  | { action: 'see_board' }
  /** How good a register's data is, who was refused it, which agreements end; nothing personal. */
  | { action: 'steward_register'; register: Pick<Register, 'owner'> }

/** The one place that says who may do what. Refused wishes are answered like things that do not exist. */
export function may(actor: Actor | null, wish: Wish): boolean {
  if (actor === null) return false
  switch (wish.action) {
    case 'apply':
      return actor.kind === 'citizen'
    case 'open_draft':
      return actor.kind === 'citizen' && ownsDraft(actor, wish.draft)
    case 'act_for':
      return actor.kind === 'citizen' && actsFor(actor, wish.subject, wish.service)
    case 'follow_case':
      return isApplicant(wish.case, actor)
    case 'work_at_desk':
      return actor.kind === 'staff' && actor.desks.some((desk) => !isManagers(desk))
    case 'see_case':
      return actor.kind === 'staff' && (sitsOn(wish.case, actor.desks) || actsBeside(wish.definition, wish.case, actor.desks))
    case 'read_answer':
      return heldDesks(wish.case, actor).some((desk) => isSeenBy(wish.field, desk))
    case 'read_file':
      return readsFile(actor, wish)
    case 'see_board':
      return actor.kind === 'staff' && actor.desks.some(isManagers)
    case 'steward_register':
      return actor.kind === 'staff' && actor.desks.includes(`${wish.register.owner}.steward`)
    default:
      return wish satisfies never
  }
}

/** A draft is its writer's; one for a company or for somebody else only as long as they act for them, since it shows their records. */
function ownsDraft(actor: Actor & { kind: 'citizen' }, { person, service, company, behalf }: (Wish & { action: 'open_draft' })['draft']): boolean {
  const subjects = [company, behalf?.subject ?? null].filter((subject) => subject !== null)
  return person === actor.id && subjects.every((subject) => actsFor(actor, subject, service))
}

const isManagers = (desk: string): boolean => desk.endsWith('.manager')

/** A desk sees the cases on which it has work, or had. */
const sitsOn = (state: CaseState, desks: readonly string[]): boolean =>
  Object.values(state.tasks).some((task) => task.parts.some((part) => desks.includes(part.desk)))

/** The desk that can give a case more time sees it while it is open; the desks that can take a result back or set it aside, once granted. */
function actsBeside({ extension, revocation, suspension }: Pick<Definition, 'extension' | 'revocation' | 'suspension'>, { end }: CaseState, desks: readonly string[]): boolean {
  const rights = end === null ? [extension] : end === 'granted' || end === 'revoked' ? [revocation, suspension] : []
  return rights.some((right) => right !== null && desks.includes(right.by))
}

/** Desks for which the actor holds an open part: only while working on a case does a clerk read a person's data. */
export function heldDesks(state: CaseState, actor: Actor): string[] {
  if (actor.kind !== 'staff') return []
  return openTasks(state).flatMap((task) => task.parts.filter((part) => part.claimedBy?.id === actor.id && part.outcome === null).map((part) => part.desk))
}

function readsFile(actor: Actor, { file, case: state, field }: Wish & { action: 'read_file' }): boolean {
  if (actor.kind === 'citizen' && file.owner === actor.id) return true
  // The answer's own file, not a text that happens to be its id.
  if (state === null || field === null || state.answers[field.name]?.file?.id !== file.id) return false
  return isApplicant(state, actor) || heldDesks(state, actor).some((desk) => isSeenBy(field, desk))
}
