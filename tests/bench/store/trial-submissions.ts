import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { beginCase } from '#app/use-cases/begin-case.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { CaseCommit } from '#db/store.ts'
import { at, buildDefinition, plainCalendar, trialSurroundings } from '#tests/factories/definition.ts'
import { citizen, trialAnswers } from '#tests/factories/play.ts'

const applicant = { person: citizen.id, name: 'Li Na', company: null, companyName: null }

/** Submissions of the trial service as the use case hands them to a store: decided, with all their effects, nothing written. */
export async function trialSubmissions(count: number): Promise<CaseCommit[]> {
  const taken: CaseCommit[] = []
  const store = { ...openMemoryStore(), commit: async (change: CaseCommit) => (taken.push(change), { ok: true as const }) }
  const definition = buildDefinition()
  // Trusted: submitting looks at no more of the catalogue than this.
  const catalogue = { ...trialSurroundings, calendar: plainCalendar, services: { trial: definition }, definitions: { [definition.hash]: definition } } as unknown as Catalogue
  const env = { store, catalogue, registers: () => builtInRegister(store.records), now: () => at('2026-03-02'), chance: makeChance() }
  for (let number = 0; number < count; number += 1) {
    const begun = await beginCase(env, { ...citizen, kind: 'citizen', companies: [] }, definition, { applicant, answers: trialAnswers }, { draft: null, idempotencyKey: `key-${number}` })
    if (!begun.ok) throw new Error(JSON.stringify(begun.problem))
  }
  return taken
}
