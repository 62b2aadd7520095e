import type { Action, Objects, Purpose } from '#app/kernel/permission.ts'

/** Actions that are done with nothing in particular: what a route can be closed by before it looks at its address. */
export type Gate = { [A in Action]: Objects[A] extends null ? A : never }[Action]

/** One right that opens a route; whoever has any of them comes in. */
export type Right = { action: Gate; purpose: Purpose }

/** What a route's address names that somebody may own. Whose it is, is asked by the use case that opens it. */
export type Owned = 'case' | 'draft' | 'file' | 'certificate' | 'access_entry' | 'alert'

export type Policy = {
  /** Who may read the page, and who may send something to it; none: nobody can. */
  read?: readonly Right[]
  write?: readonly Right[]
  owned?: Owned
}

const everybody: readonly Right[] = [{ action: 'read_public', purpose: 'information' }]
const arriving: readonly Right[] = [{ action: 'arrive', purpose: 'information' }]
const citizens: readonly Right[] = [{ action: 'apply', purpose: 'own_affairs' }]
const clerks: readonly Right[] = [{ action: 'work_at_desk', purpose: 'case_work' }]
const managers: readonly Right[] = [{ action: 'see_board', purpose: 'supervision' }]
const officers: readonly Right[] = [{ action: 'see_alerts', purpose: 'security' }]
const stewards: readonly Right[] = [{ action: 'be_steward', purpose: 'stewardship' }]
/** Not a person: such a route looks at a token, or at where the request comes from, itself. */
const machines = arriving

/**
 * Who may come to which route: every loader and action there is (`guard-routes.server.ts` runs none that is not here).
 * Beyond it, what an address names is its owner's, or a desk's that works on it.
 */
export const policies: Readonly<Record<string, Policy>> = {
  root: { read: arriving },
  'routes/$': { read: everybody, write: everybody },
  'routes/_index': { read: everybody },
  'routes/apply.$draft.$question': { read: citizens, write: citizens, owned: 'draft' },
  'routes/apply.$draft._index': { read: citizens, write: citizens, owned: 'draft' },
  'routes/apply.$draft.records': { read: citizens, write: citizens, owned: 'draft' },
  'routes/apply.$draft.remove': { read: citizens, write: citizens, owned: 'draft' },
  'routes/apply.$draft.review': { read: citizens, write: citizens, owned: 'draft' },
  'routes/apply.$draft.sources': { read: citizens, write: citizens, owned: 'draft' },
  'routes/apply.$draft.wrong.$field': { read: citizens, write: citizens, owned: 'draft' },
  'routes/board._index': { read: managers },
  'routes/board.export[.]csv': { read: managers },
  'routes/board.services.$id': { read: managers },
  'routes/cases.$ref._index': { read: citizens, owned: 'case' },
  'routes/cases.$ref.appeal': { read: citizens, write: citizens, owned: 'case' },
  'routes/cases.$ref.certificate': { read: citizens, owned: 'case' },
  'routes/cases.$ref.correct.$question': { read: citizens, write: citizens, owned: 'case' },
  'routes/cases.$ref.correct._index': { read: citizens, write: citizens, owned: 'case' },
  'routes/cases.$ref.letter': { read: citizens, owned: 'case' },
  'routes/cases.$ref.pay.$wait': { read: citizens, write: citizens, owned: 'case' },
  'routes/cases.$ref.receipt': { read: citizens, owned: 'case' },
  'routes/cases.$ref.supply.$question': { read: citizens, write: citizens, owned: 'case' },
  'routes/cases.$ref.supply._index': { read: citizens, owned: 'case' },
  'routes/cases.$ref.withdraw': { read: citizens, write: citizens, owned: 'case' },
  'routes/cases._index': { read: citizens },
  'routes/certificates.$code[.]pdf': { read: citizens, owned: 'certificate' },
  'routes/data.$register': { read: everybody },
  'routes/data._index': { read: everybody },
  'routes/data.dictionary': { read: everybody },
  'routes/data[.]jsonld': { read: everybody },
  'routes/desk._index': { read: clerks },
  'routes/desk.cases.$ref._index': { read: clerks, write: clerks, owned: 'case' },
  'routes/desk.cases.$ref.decide': { read: clerks, write: clerks, owned: 'case' },
  'routes/desk.cases.$ref.extend': { read: clerks, write: clerks, owned: 'case' },
  'routes/desk.cases.$ref.resume': { read: clerks, write: clerks, owned: 'case' },
  'routes/desk.cases.$ref.revoke': { read: clerks, write: clerks, owned: 'case' },
  'routes/desk.cases.$ref.suspend': { read: clerks, write: clerks, owned: 'case' },
  'routes/desk.find': { read: clerks },
  'routes/desk.next': { read: clerks, write: clerks },
  'routes/files.$id': { read: [...citizens, ...clerks], owned: 'file' },
  'routes/help': { read: everybody },
  'routes/mandates._index': { read: citizens, write: citizens },
  'routes/mandates.new': { read: citizens, write: citizens },
  'routes/my-data._index': { read: citizens },
  'routes/my-data.access.$id.question': { read: citizens, write: citizens, owned: 'access_entry' },
  'routes/my-data.access._index': { read: citizens },
  'routes/my-data.access[.]csv': { read: citizens },
  'routes/my-data.erase': { read: citizens, write: citizens },
  'routes/my-data.export': { read: citizens },
  'routes/my-data.export[.]json': { write: citizens },
  'routes/my-data.retention': { read: citizens },
  'routes/my-sessions': { read: arriving, write: arriving },
  'routes/notices.$ref': { read: everybody, write: citizens },
  'routes/notices._index': { read: everybody },
  'routes/preferences': { read: arriving, write: arriving },
  'routes/registers.$register.records': { read: machines, write: machines },
  'routes/renew.$code': { read: citizens, write: citizens, owned: 'certificate' },
  'routes/security.$alert': { read: officers, write: officers, owned: 'alert' },
  'routes/security._index': { read: officers },
  'routes/services.$id': { read: everybody, write: citizens },
  'routes/services._index': { read: everybody },
  'routes/second-factor': { read: arriving, write: arriving },
  'routes/sign-in._index': { read: arriving, write: arriving },
  'routes/sign-in.$provider._index': { read: arriving, write: arriving },
  'routes/sign-in.$provider.callback': { read: arriving },
  'routes/sign-in.more': { read: arriving },
  'routes/sign-out': { read: arriving, write: arriving },
  'routes/steward._index': { read: stewards },
  'routes/steward[.]csv': { read: stewards },
  'routes/verify.$code': { read: everybody },
  'routes/verify._index': { read: everybody },
}
