import type { Answers } from '#app/kernel/case/answer.ts'
import type { HeardPart, PartReport } from '#db/part-store.ts'

import type { Effect } from './case-commit.ts'

/** The parts of a case, as it has heard of them. */
export const heardParts = ({ state }: Effect): HeardPart[] =>
  Object.values(state.subs).map(({ name, service, definitionHash, company, openedAt, whose, end }) => ({ sub: name, service, definitionHash, company, openedAt, heardWhose: whose, heardEnd: end }))

/** What a part tells the whole: whose turn it is, how it ended, and the values its desks set. */
export function partReport({ definition, state }: Effect): PartReport | null {
  const { parent } = state
  if (!parent) return null
  const set = Object.entries(state.answers).filter(([name, answer]) => definition.data[name]?.kind === 'desk' && answer.source === 'desk')
  const answers: Answers = Object.fromEntries(set)
  return { parentId: parent.caseId, sub: parent.sub, childRef: state.ref, whose: state.segments.at(-1)?.whose ?? 'office', end: state.end, answers }
}
