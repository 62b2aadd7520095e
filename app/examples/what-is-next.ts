import { type CaseState, openReturn, openSubs, openTasks, openWaits } from '#app/kernel/case/case-state.ts'

/** What a case waits for, as an example would name it. */
export function whatIsNext(state: CaseState): string {
  if (state.end !== null) return `nothing: the case has ended ${state.end}`
  const sent = openReturn(state)
  const asked = sent ? [`the applicant's answer on ${sent.sent.items.map((item) => item.name).join(', ')}`] : []
  const steps = [...openTasks(state), ...openWaits(state), ...openSubs(state)].map((step) => step.name)
  return [...asked, ...steps].join(', ')
}
