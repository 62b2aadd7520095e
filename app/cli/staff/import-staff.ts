import type { PersonKept, Store, StoredPerson } from '#db/store.ts'

/**
 * Makes the staff those of a file: all of them, and nobody else. Who is not in it loses every desk, every session and every key.
 * What they did stays theirs.
 */
export async function importStaff(store: Store, staff: readonly PersonKept[], now: number): Promise<{ put: number; removed: readonly StoredPerson[] }> {
  const stay = new Set(staff.map(({ id }) => id))
  const removed = (await store.people.staff()).filter(({ id, desks }) => !stay.has(id) && desks.length > 0)
  await store.people.put([...staff, ...removed.map((person) => ({ ...person, desks: [] }))])
  for (const { id } of removed) {
    await store.sessions.revokeOthers(id, null, now)
    await store.credentials.removeOf(id)
  }
  return { put: staff.length, removed }
}
