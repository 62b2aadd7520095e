import { type Calendar } from '#app/kernel/clock/calendar.ts'
import { dueAfter } from '#app/kernel/clock/deadline.ts'
import type { Span } from '#app/kernel/clock/span.ts'
import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

/** Dates on which an application can be taken, all deadlines of it being covered by the calendar. */
export type StartDates = { first: string; last: string; count: number }

/**
 * Works out the deadlines of a service for every date that the calendar covers: those of its limit with the longest
 * extension, and of its longest single wait behind that. Null when there is no date at all for which they are covered.
 */
export function startDates(definition: Unhashed, calendar: Calendar): StartDates | null {
  const spans = [definition.limit, ...(definition.extension ? [definition.extension.span] : []), ...longestWaits(definition)]
  const count = coveredDates(calendar, spans)
  const [first, last] = [calendar.dates[0], calendar.dates[count - 1]]
  return first === undefined || last === undefined ? null : { first, last, count }
}

/** How many of the calendar's dates are covered. A later date has later deadlines, so these are its first ones: found by halving. */
function coveredDates(calendar: Calendar, spans: readonly Span[]): number {
  let [low, high] = [0, calendar.dates.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isCovered(calendar, calendar.starts[middle] ?? 0, spans)) low = middle + 1
    else high = middle
  }
  return low
}

function isCovered(calendar: Calendar, start: number, spans: readonly Span[]): boolean {
  let at: number | null = start
  for (const span of spans) {
    const due: ReturnType<typeof dueAfter> = dueAfter(calendar, at, span)
    if (!due.ok || due.at > (calendar.starts.at(-1) ?? 0)) return false
    at = due.at - 1
  }
  return true
}

/** The longest of what is waited for beside the office's own time, if there is any. */
function longestWaits(definition: Unhashed): Span[] {
  const spans = nodesOf(definition).flatMap((node): Span[] => {
    if (node.node === 'wait' && node.clock === 'stopped') return [node.within]
    if (node.node === 'task' && node.clock === 'stopped') return [node.within]
    return node.node === 'stage' && node.returns?.clock === 'stopped' ? [node.returns.within] : []
  })
  const days = (span: Span): number => (span.unit === 'wd' ? span.amount * 1.5 : span.unit === 'd' ? span.amount : span.amount / 24)
  return spans.sort((a, b) => days(b) - days(a)).slice(0, 1)
}

export function checkDates(definition: Unhashed, calendar: Calendar): DefinitionProblem[] {
  if (startDates(definition, calendar)) return []
  return [{ code: 'calendar', path: ['limit'], message: `the calendar "${calendar.id}" ends on ${calendar.to}: there is no day on which an application could begin and be done within it` }]
}
