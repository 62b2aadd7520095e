import type { AccessEntry } from '#db/store.ts'

import type { Environment } from './environment.ts'
import type { WantedField } from './read-register.ts'
import { entryOf, type Reading } from './reading.ts'

type Read = Pick<AccessEntry, 'request' | 'agreement' | 'purpose' | 'outcome' | 'why'> & { register: string; wanted: readonly WantedField[] }

/** What the access log says of one read of a register: an entry for each whose records it was about. */
export function accessEntries(env: Environment, reading: Reading, { wanted, ...read }: Read): AccessEntry[] {
  const at = env.now()
  const subjects = [...new Set(wanted.map(({ subject }) => subject))]
  return subjects.map((subject) => ({ id: env.chance.id(at), at, ...entryOf(reading, subject), what: 'register', ...read, fields: fieldsOn(wanted, subject), shownFrom: at }))
}

const fieldsOn = (wanted: readonly WantedField[], on: string): string[] =>
  [...new Set(wanted.filter(({ subject }) => subject === on).map(({ entity, field }) => `${entity}.${field}`))].sort()
