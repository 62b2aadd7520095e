import type { StoredPerson } from '#db/store.ts'
import type { Held } from '#tests/shared-records/office.ts'

import type { Known } from './may-know.ts'

/** Of what is somebody else's, every so manyth is tried. */
export const FEW = 8

/** One official of each department and each role that works on no case; and everybody who holds a task. */
export function officials(staff: readonly StoredPerson[], held: ReadonlyMap<string, readonly Held[]>): StoredPerson[] {
  const holders = new Set([...held.values()].flat().map(({ clerk }) => clerk.id))
  const kinds = new Set<string>()
  return staff.filter(({ id, desks }) => {
    const [department = '', role = ''] = desks[0]?.split('.') ?? []
    const kind = ['manager', 'security_officer', 'steward'].includes(role) ? role : department
    const isNew = !kinds.has(kind)
    kinds.add(kind)
    return isNew || holders.has(id)
  })
}

/** Cases of one's own desks, and some of others'. */
export function casesFor({ desks }: StoredPerson, cases: readonly Known[]): string[] {
  const own = cases.filter(({ state }) => Object.values(state.tasks).some(({ parts }) => parts.some(({ desk }) => desks.includes(desk))))
  return [...new Set([...own, ...cases.filter((_one, i) => i % FEW === 0)])].map(({ state }) => `/desk/cases/${state.ref}`)
}
