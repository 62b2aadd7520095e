import type { Page, PageQuery } from './store.ts'

/** What tells of misuse. `lookup`: a case opened by its number by somebody with no task on it, found or not. */
export const securityKinds = ['sign_in', 'sign_in_failed', 'second_factor', 'sign_out', 'denied', 'limited', 'lookup', 'export', 'malware'] as const
export type SecurityKind = (typeof securityKinds)[number]

/** How the portal was used, for who looks after it. Ids only: no name, no value, no whole network address. */
export type SecurityEntry = {
  id: string
  at: number
  kind: SecurityKind
  /** Null where nobody was signed in. */
  person: string | null
  /** Where it came from, as a network (203.0.113.0/24); null: from inside. */
  network: string | null
  /** Of the route; null: none. */
  route: string | null
}

/** How often in a stretch of time, by one person or network. */
export type UseCount = { kind: SecurityKind; person: string | null; network: string | null; count: number; first: number; last: number }

/** Looks of one member of staff at people's data, from the access log. */
export type LookCount = { person: string; subjects: number; first: number; last: number }

export const alertRules = ['lookups', 'denials', 'bulk_reads', 'off_hours', 'exports', 'sign_in_burst', 'too_much', 'malware'] as const
export type AlertRule = (typeof alertRules)[number]

/** `subject`: the id of a person, or a network. One a rule, subject and day. */
export type Raised = { rule: AlertRule; subject: string; day: string; count: number; first: number; last: number }

export type Alert = Raised & { id: string; raisedAt: number; closedAt: number | null; closedBy: string | null; note: string | null }

export type SecurityStore = {
  append(entry: SecurityEntry): Promise<void>
  /** Of each kind by person, and of what nobody signed in did by network. */
  uses(since: number): Promise<readonly UseCount[]>
  looks(since: number): Promise<readonly LookCount[]>
  /** A new alert, or a higher count on the open one; one that was closed is opened again when it has grown. */
  raise(raised: Raised, id: string, at: number): Promise<void>
  /** Newest first. */
  alerts(open: boolean, page: PageQuery): Promise<Page<Alert>>
  find(id: string): Promise<Alert | null>
  /** Says whether it was open. */
  closeAlert(id: string, by: string, at: number, note: string): Promise<boolean>
  /** What somebody (a person or a network) did, newest first. */
  entriesOf(subject: string, from: number, until: number, limit: number): Promise<readonly SecurityEntry[]>
  /** How many of each kind. */
  totals(since: number): Promise<Readonly<Partial<Record<SecurityKind, number>>>>
  /** Deletes what is older. @returns how many */
  forget(before: number): Promise<number>
}
