import type { StoredPerson } from '#db/store.ts'

/** One of the staff on one line. */
export const printStaff = ({ id, name, desks }: StoredPerson): string => `${id}  ${name}  ${desks.length > 0 ? desks.join(', ') : '(no desk)'}`
