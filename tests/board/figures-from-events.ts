import type { Story, Took, Whose } from './case-story.ts'
import { dayAt, workingDays } from './naive-days.ts'
import { serviceFiles } from './service-file.ts'

export type Wish = { from: string; to: string; service: string | null }

const ends = ['granted', 'refused', 'lapsed', 'withdrawn']

const within = (day: string, { from, to }: { from: string; to: string }): boolean => day >= from && day <= to
const ofService = <One extends { service: string }>(all: readonly One[], service: string | null): One[] => all.filter((one) => service === null || one.service === service)

export function naiveCounts(stories: readonly Story[], wish: Wish) {
  const own = ofService(stories, wish.service)
  const ended = own.flatMap(({ end }) => (end && within(end.day, wish) ? [end] : []))
  const decided = ended.filter(({ end }) => end === 'granted' || end === 'refused')
  return {
    ...naiveSaved(own.filter(({ submittedAt }) => within(dayAt(submittedAt), wish))),
    received: own.filter(({ submittedAt }) => within(dayAt(submittedAt), wish)).length,
    ...Object.fromEntries(ends.map((name) => [name, ended.filter(({ end }) => end === name).length])),
    on_time: decided.filter(({ late }) => !late).length,
    late: decided.filter(({ late }) => late).length,
    returned: own.flatMap(({ returned }) => returned).filter((day) => within(day, wish)).length,
    done: ended.length,
  }
}

const naiveSaved = (stories: readonly Story[]) => {
  const sum = (key: keyof Story['saved']): number => stories.reduce((total, { saved }) => total + saved[key], 0)
  return { fields_saved: sum('fields'), documents_saved: sum('documents'), trips_saved: sum('trips') }
}

/** Every turnaround that ended in the period, one by one. */
export const naiveTook = (stories: readonly Story[], wish: Wish): Took[] => ofService(stories, wish.service).flatMap(({ took }) => took.filter(({ day }) => within(day, wish)))

export const naiveTimes = (took: readonly Took[]) => ({ office: spread(took, 'office'), applicant: spread(took, 'applicant'), other: spread(took, 'other') })

/** The values in order; the one at the rank is the percentile. */
function spread(took: readonly Took[], whose: Whose) {
  const values = took.filter((one) => one.whose === whose).map(({ days }) => days).sort((one, other) => one - other)
  const ranked = (percent: number): number | null => values[Math.ceil((values.length * percent) / 100) - 1] ?? null
  return { count: values.length, median: ranked(50), p90: ranked(90) }
}

export function naiveBy<Key extends 'service' | 'department'>(took: readonly Took[], key: Key, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, naiveTimes(took.filter((one) => one[key] === name))]))
}

export const naiveSteps = (took: readonly Took[]) => {
  const names = [...new Set(took.filter(({ step }) => step !== '').map(({ service, step }) => `${service} ${step}`))].sort()
  return Object.fromEntries(names.map((name) => [name, naiveTimes(took.filter(({ service, step }) => `${service} ${step}` === name))]))
}

export const naiveOpen = (stories: readonly Story[], service: string | null): Story[] => ofService(stories, service).filter(({ end }) => end === null)

/** Open cases at most 5, 6–10, 11–20 and more working days old. */
export function naiveAgeing(open: readonly Story[], now: string): number[] {
  const ages = open.map(({ submittedAt }) => workingDays(submittedAt, now))
  return [[0, 5], [6, 10], [11, 20], [21, Infinity]].map(([from = 0, to = 0]) => ages.filter((age) => age >= from && age <= to).length)
}

/** How far above its limit nine of ten were done, for every task done five times or more: the most is the slowest step's. */
export function naiveExcess(took: readonly Took[]): Record<string, number> {
  const excess = Object.entries(naiveSteps(took)).flatMap(([name, { office }]) => {
    const [service = '', step = ''] = name.split(' ')
    const limit = serviceFiles[service]?.tasks[step]?.within
    return limit?.endsWith('wd') && office.count >= 5 ? [[name, (office.p90 ?? 0) - Number.parseInt(limit)]] : []
  })
  return Object.fromEntries(excess) as Record<string, number>
}

