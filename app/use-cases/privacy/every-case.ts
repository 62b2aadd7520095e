import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { CaseSummary, Page } from '#db/store.ts'

import type { Environment } from '../environment.ts'

const PAGE = 50

/** All cases that somebody applied in for themselves or a company, with the parts of each after it, one at a time. */
export async function* everyCase({ store }: Environment, person: string): AsyncGenerator<CaseState> {
  for (let after: string | null = null; ;) {
    const page: Page<CaseSummary> = await store.cases.listOf({ person, subjects: [] }, { limit: PAGE, after })
    // a page beyond which everything has gone meanwhile comes back as the first: it has been seen already
    if (after !== null && page.previous === null) return
    for (const { caseId } of page.rows) yield* withParts(store, await store.cases.load(caseId))
    if (page.next === null) return
    after = page.next
  }
}

async function* withParts(store: Environment['store'], state: CaseState | null): AsyncGenerator<CaseState> {
  if (!state) return
  yield state
  for (const { childId } of await store.parts.of(state.id)) if (childId !== null) yield* withParts(store, await store.cases.load(childId))
}
