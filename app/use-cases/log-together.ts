import { together } from '#app/registers/together.ts'
import type { AccessStore } from '#db/store.ts'

import type { Environment } from './environment.ts'

/** Writes down what was read; once it has come back, that is in the access log. */
export type WriteLog = AccessStore['append']

/** What registers answer in one turn goes into the log in one append, all or nothing; who answers later is not waited for. */
export function logTogether(env: Environment): WriteLog {
  type Read = { entries: Parameters<WriteLog>[0]; counts: Parameters<WriteLog>[1] }
  const write = together<Read, null>(async (reads) => {
    await env.store.access.append(reads.flatMap(({ entries }) => entries), reads.flatMap(({ counts }) => counts))
    return reads.map(() => null)
  })
  return async (entries, counts) => void (await write({ entries, counts }))
}
