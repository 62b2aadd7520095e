import type { StoredPerson } from '#db/store.ts'

import type { Environment } from './environment.ts'

/** Somebody by their id. @param known was read a moment ago; it counts when it is them, and then nobody is asked */
export const findPerson = async (env: Environment, id: string, known: StoredPerson | null): Promise<StoredPerson | null> =>
  known?.id === id ? known : env.store.people.find(id)
