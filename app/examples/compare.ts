import { caseValues } from '#app/kernel/case/values.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { hint } from '#app/kernel/definition/definition-problem.ts'

import { type Expected, type Wrong, wrong } from './example.ts'
import type { Figures } from './figures-of.ts'
import type { Playing } from './playing.ts'
import { whatIsNext } from './what-is-next.ts'

/** How the case came out, against what the example expects; every difference is told. */
export function compare(playing: Playing, expected: Expected & { refusedAtOnce: null }, figures: Figures): Wrong[] {
  const { state, before } = playing
  if (state.end === null) return [wrong(['ends'], `the example stops here, but the case goes on: after ${before} this is next: ${whatIsNext(state)}`)]
  const ends = state.end === expected.ends ? [] : [wrong(['ends'], `this case ends ${state.end}`)]
  const day = localDate(playing.setting.calendar, state.endedAt ?? playing.now)
  const on = expected.endsOn === null || expected.endsOn === day ? [] : [wrong(['ends_on'], `this case ends on ${day}`)]
  const days = figures.workingDays === expected.workingDays ? [] : [wrong(['working_days'], `the offices take ${figures.workingDays} working days`)]
  return [...ends, ...on, ...compareResults(playing, expected.makes), ...days, ...compareValues(playing, expected.shows)]
}

function compareResults({ state }: Playing, makes: readonly string[]): Wrong[] {
  const made = state.results.map((result) => result.template)
  const same = [...made].sort().join() === [...makes].sort().join()
  return same ? [] : [wrong(['makes'], made.length === 0 ? 'nothing is made in this case' : `this case makes: [${made.join(', ')}]`)]
}

function compareValues({ setting, state, now }: Playing, shows: (Expected & { refusedAtOnce: null })['shows']): Wrong[] {
  const values = caseValues(setting.definition, state, { calendar: setting.calendar, now })
  const known = [...Object.keys(setting.definition.data), ...Object.keys(values)]
  return Object.entries(shows).flatMap(([name, value]): Wrong[] => {
    if (!known.includes(name)) return [wrong(['shows', name], `this case has no value "${name}"${hint(name, known)}`)]
    const found = values[name] ?? null
    return found === value ? [] : [wrong(['shows', name], `"${name}" is ${JSON.stringify(found)} in the end`)]
  })
}
