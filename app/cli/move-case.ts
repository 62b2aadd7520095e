import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { MoveReason, Problem } from '#app/kernel/case/problem.ts'
import { serviceKey } from '#app/kernel/definition/surroundings.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { moveVersion } from '#app/use-cases/move-version.ts'

import { keptStore } from './kept-store.ts'

/** `move ID REF NEW`: lets one running case go on by another version. Exit code 0, or 1 when it can't, with all reasons. */
export async function moveCase(catalogue: Catalogue, [id, ref, version]: readonly [string, string, string]): Promise<0 | 1> {
  const to = catalogue.versions[serviceKey(id, Number(version))]
  if (!to) return fail([`there is no version ${version} of ${id}`])
  const store = await keptStore()
  if (!store) return fail(['no database was found: see DATA_DIR and DATABASE_URL'])
  try {
    const moved = await moveVersion({ store, catalogue, registers: () => builtInRegister(store.records), now: Date.now, chance: makeChance() }, ref, to)
    if (!moved.ok) return fail([`${ref} stays with its version:`, ...sentences(moved.problem)])
    console.log(`${ref} goes by version ${version} of ${id} from now on`)
    return 0
  } finally {
    await store.close()
  }
}

const words: Record<MoveReason['what'], (name: string) => string> = {
  step: (name) => `step "${name}" is missing there, or has other desks or outcomes`,
  answer: (name) => `the answer to "${name}" does not fit there`,
  way: (name) => (name === '' ? 'something else would happen at once' : `its way would part at "${name}"`),
}

function sentences(problem: Problem): string[] {
  if (problem.code === 'not_movable') return problem.reasons.map(({ what, name }) => `  ${words[what](name)}`)
  if (problem.code === 'not_found') return ['  there is no case of this service with that number']
  return [problem.code === 'done_already' ? '  it goes by that version already' : problem.code === 'case_ended' ? '  it has ended' : `  ${problem.code}`]
}

function fail(messages: readonly string[]): 1 {
  for (const message of messages) console.error(message)
  return 1
}
