import { system } from '#app/kernel/case/actor.ts'
import { deadlinesOf, type Timer, timersOf } from '#app/kernel/case/deadlines.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'

import { type Wrong, wrong } from './example.ts'
import type { Playing } from './playing.ts'
import { sayRefusal } from './say-refusal.ts'

/** Lets time run until something happens by itself: a silence, a wait, a return running out. */
export function letExpire(playing: Playing, key: string, name: string): Wrong | null {
  const timer = timersNow(playing).find((one) => one.key === key)
  if (!timer) return wrong([name], `no time runs out here: ${playing.state.end === null ? 'the clock stands still, or this has none' : `the case has ended ${playing.state.end}`}`)
  const earlier = timersBefore(playing, timer.dueAt)
  if (earlier) return earlier
  playing.now = Math.max(playing.now, timer.dueAt)
  const problem = playing.give(system, { type: 'expire', timer: key })
  return problem ? wrong([name], sayRefusal(problem)) : null
}

/** Something would happen by itself before that moment (epoch ms): an example must say so. */
export function timersBefore(playing: Playing, at: number): Wrong | null {
  const [first] = timersNow(playing).filter((timer) => timer.dueAt < at).sort((one, other) => one.dueAt - other.dueAt)
  if (!first) return null
  const [kind, name = ''] = first.key.split(':')
  const lastDay = localDate(playing.setting.calendar, first.dueAt - 1)
  const what = kind === 'silence' ? `${name} is answered by silence` : kind === 'return' ? 'the time to correct runs out' : `the time of ${name} runs out`
  return wrong([], `before this, at the end of ${lastDay}, ${what}; the example does not say so`)
}

function timersNow({ setting, state, now }: Playing): Timer[] {
  if (state.end !== null) return []
  const deadlines = deadlinesOf(setting.definition, state, setting.calendar, now)
  return deadlines.ok ? timersOf(setting.definition, state, deadlines.value) : []
}
