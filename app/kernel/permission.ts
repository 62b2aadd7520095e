import type { Actor } from './case/actor.ts'
import { type Behalf, type CaseState, openTasks } from './case/case-state.ts'
import { actsFor, isApplicant } from './case/is-applicant.ts'
import { isSeenBy } from './case/seen-by.ts'
import type { DataField, Definition } from './definition/definition.ts'
import type { Register } from './definition/surroundings.ts'

type Citizen = Actor & { kind: 'citizen' }
type Staff = Actor & { kind: 'staff' }

/** What can be done, and what each is done with (null: nothing in particular). */
export type Objects = {
  /** To read what the government tells everybody. */
  read_public: null
  /** To sign in, set the language and the like: anybody, also somebody nobody knows yet. */
  arrive: null
  apply: null
  open_draft: { draft: { person: string; service: string; company: string | null; behalf: Behalf | null } }
  /** On somebody's behalf. */
  act_for: { subject: string; service: string }
  follow_case: { case: CaseState }
  work_at_desk: null
  /** That there is such a case, its steps and its clock; nothing personal. */
  see_case: { case: CaseState; definition: Pick<Definition, 'extension' | 'revocation' | 'suspension'> }
  /** What the applicant gave and what registers hold on them. */
  read_answer: { case: CaseState; field: DataField }
  read_file: { file: { id: string; owner: string }; case: CaseState | null; field: DataField | null }
  see_board: null
  /** Registers of one's own department, whichever they are. */
  be_steward: null
  /** How good a register's data is, who was refused it, which agreements end; nothing personal. */
  steward_register: { register: Pick<Register, 'owner'> }
  /** Who did what that looks like misuse. */
  see_alerts: null
  /** A register hands in a record of its own. */
  send_record: { register: string }
  /** What the portal does by itself: timers, messages, deadlines. */
  run_job: null
}
export type Action = keyof Objects

/** What for. Somebody with several rights uses each for its own purpose only (PIPL art. 6; GDPR art. 5 (1) (b)). */
export type Purpose = 'information' | 'own_affairs' | 'case_work' | 'supervision' | 'stewardship' | 'security' | 'exchange' | 'upkeep'

const purposes: Readonly<Record<Action, readonly Purpose[]>> = {
  read_public: ['information'],
  arrive: ['information'],
  apply: ['own_affairs'],
  open_draft: ['own_affairs'],
  act_for: ['own_affairs'],
  follow_case: ['own_affairs'],
  work_at_desk: ['case_work'],
  see_case: ['case_work'],
  read_answer: ['case_work'],
  read_file: ['own_affairs', 'case_work'],
  see_board: ['supervision'],
  be_steward: ['stewardship'],
  steward_register: ['stewardship'],
  see_alerts: ['security'],
  send_record: ['exchange'],
  run_job: ['upkeep'],
}

export const actions = Object.keys(purposes) as readonly Action[]

/**
 * The one place that says who may do what, with what, what for. Refused wishes are answered like things that do not exist.
 * @param actor null: nobody known
 */
export function may<A extends Action>(actor: Actor | null, action: A, object: Objects[A], purpose: Purpose): boolean {
  if (!purposes[action].includes(purpose)) return false
  // Which object goes with which action is what the signature says; inside, both are looked at together.
  return isAllowed(actor, { action, object, purpose } as Wish)
}

type Wish = { [A in Action]: { action: A; object: Objects[A]; purpose: Purpose } }[Action]

function isAllowed(actor: Actor | null, wish: Wish): boolean {
  if (wish.action === 'read_public' || wish.action === 'arrive') return true
  if (actor === null) return false
  switch (actor.kind) {
    case 'citizen':
      return isAllowedCitizen(actor, wish)
    case 'staff':
      return isAllowedStaff(actor, wish)
    case 'register':
      return wish.action === 'send_record' && wish.object.register === actor.id
    case 'system':
      return wish.action === 'run_job'
    default:
      return actor satisfies never
  }
}

function isAllowedCitizen(actor: Citizen, wish: Wish): boolean {
  switch (wish.action) {
    case 'apply':
      return true
    case 'open_draft':
      return ownsDraft(actor, wish.object.draft)
    case 'act_for':
      return actsFor(actor, wish.object.subject, wish.object.service)
    case 'follow_case':
      return isApplicant(wish.object.case, actor)
    case 'read_file':
      return wish.purpose === 'own_affairs' && (wish.object.file.owner === actor.id || (isFileOf(wish.object) && isApplicant(wish.object.case, actor)))
    default:
      return false
  }
}

function isAllowedStaff(actor: Staff, wish: Wish): boolean {
  switch (wish.action) {
    case 'work_at_desk':
      return actor.desks.some((desk) => !besideCases.has(roleOf(desk)))
    case 'see_case':
      return sitsOn(wish.object.case, actor.desks) || actsBeside(wish.object.definition, wish.object.case, actor.desks)
    case 'read_answer':
      return heldDesks(wish.object.case, actor).some((desk) => isSeenBy(wish.object.field, desk))
    case 'read_file': {
      const { object } = wish
      return wish.purpose === 'case_work' && isFileOf(object) && heldDesks(object.case, actor).some((desk) => isSeenBy(object.field, desk))
    }
    case 'see_board':
      return actor.desks.some((desk) => roleOf(desk) === 'manager')
    case 'be_steward':
      return actor.desks.some((desk) => roleOf(desk) === 'steward')
    case 'steward_register':
      return actor.desks.includes(`${wish.object.register.owner}.steward`)
    case 'see_alerts':
      return actor.desks.some((desk) => roleOf(desk) === 'security_officer')
    default:
      return false
  }
}

/** A draft is its writer's; one for a company or for somebody else only as long as they act for them, since it shows their records. */
function ownsDraft(actor: Citizen, { person, service, company, behalf }: Objects['open_draft']['draft']): boolean {
  const subjects = [company, behalf?.subject ?? null].filter((subject) => subject !== null)
  return person === actor.id && subjects.every((subject) => actsFor(actor, subject, service))
}

/** Roles that work on no case. */
const besideCases: ReadonlySet<string> = new Set(['manager', 'security_officer'])

/** Of a desk (`department.role`, `department.role.region`). */
const roleOf = (desk: string): string => desk.split('.')[1] ?? ''

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

type CaseFile = { file: { id: string; owner: string }; case: CaseState; field: DataField }

/** The answer's own file, not a text that happens to be its id. */
const isFileOf = (object: Objects['read_file']): object is CaseFile =>
  object.case !== null && object.field !== null && object.case.answers[object.field.name]?.file?.id === object.file.id
