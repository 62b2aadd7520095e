import type { Worst } from '#app/kernel/proof/worst-case.ts'

type Step = Record<string, unknown>
type Draw = (below: number) => number

/** The source of a service with one thing changed so that it is no longer sound; null where this change has no place. */
export type Mutation = { name: string; apply(source: Step, worst: Worst, draw: Draw): Step | null }

const lists = (value: unknown): Step[][] => {
  if (Array.isArray(value)) return [...(value.every((one) => one !== null && typeof one === 'object' && !Array.isArray(one)) ? [value as Step[]] : []), ...value.flatMap(lists)]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(lists) : []
}

const steps = (source: Step, word: string): Step[] => lists(source['flow']).flat().filter((step) => Object.hasOwn(step, word))

/** Changes one random step of a word, in a copy. */
const changing = (name: string, word: string, change: (step: Step, source: Step, draw: Draw) => boolean): Mutation => ({
  name,
  apply(source, _, draw) {
    const copy = structuredClone(source)
    const found = steps(copy, word)
    const order = found.map((step) => ({ step, at: draw(1000) })).sort((a, b) => a.at - b.at)
    return order.some(({ step }) => change(step, copy, draw)) ? copy : null
  },
})

const setting = (name: string, word: string, values: Step, fits: (step: Step) => boolean = () => true): Mutation =>
  changing(name, word, (step) => {
    if (!fits(step)) return false
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) delete step[key]
      else step[key] = value
    }
    return true
  })

const lowering = (name: string, figure: keyof Worst, change: (source: Step, by: number) => void): Mutation => ({
  name,
  apply(source, worst) {
    if (worst[figure] === 0) return null
    const copy = structuredClone(source)
    change(copy, worst[figure] - 1)
    return copy
  },
})

const asksBack = (step: Step): boolean => (step['outcomes'] as string[]).includes('return')
const branchesOf = (step: Step): Step[] => step['choose'] as Step[]

export const mutations: readonly Mutation[] = [
  lowering('a limit one day too short', 'workingDays', (source, by) => (source['limit'] = `${Math.max(1, by)}wd`)),
  lowering('one trip too few guaranteed', 'trips', (source, by) => (source['guarantee'] = { ...(source['guarantee'] as Step), trips: by })),
  lowering('one site visit too few guaranteed', 'siteVisits', (source, by) => (source['guarantee'] = { ...(source['guarantee'] as Step), site_visits: by })),
  lowering('one return too few guaranteed', 'returns', (source, by) => (source['guarantee'] = { ...(source['guarantee'] as Step), returns: by })),
  { name: 'no end', apply: (source) => ({ ...source, flow: (source['flow'] as Step[]).slice(0, -1) }) },
  { name: 'a step behind the end', apply: (source) => ({ ...source, flow: [...(source['flow'] as Step[]), { auto: 'too_late', makes: { letter: 'note' } }] }) },
  { name: 'a question a register answers', apply: (source) => ({ ...source, data: { ...(source['data'] as Step), held: { ask: 'text', concept: 'title' } } }) },
  { name: 'a file for a department without work', apply: (source) => ({ ...source, data: { ...(source['data'] as Step), shown: { ask: 'file', concept: 'plan', seen_by: ['signs'] } } }) },
  { name: 'a promise nobody checks', apply: (source) => ({ ...source, data: { ...(source['data'] as Step), proof: { ask: 'file', concept: 'plan', seen_by: ['lead'], promisable: 'nobody' } } }) },
  { name: 'a value nobody sets', apply: (source) => ({ ...source, data: { ...(source['data'] as Step), unset: { set_by: 'closing', one_of: ['low', 'high'], concept: 'danger' } } }) },
  setting('a desk nobody knows', 'task', { by: 'lead.heed' }, (step) => step['region'] === undefined),
  setting('a desk nobody sits at', 'task', { by: 'signs.reviewer' }, (step) => step['region'] === undefined),
  setting('a region nobody names', 'task', { by: 'towns.surveyor', region: undefined }),
  setting('a department that no value names', 'task', { by: { department: 'kind', role: 'inspector' } }, (step) => step['region'] === undefined),
  setting('a department without that role', 'task', { by: { department: 'office', role: 'clerk' } }, (step) => step['region'] === undefined),
  setting('a department of one region', 'task', { by: { department: 'office', role: 'inspector' }, region: 'area' }),
  setting('a condition that never holds', 'task', { when: 'size > 600' }),
  setting('a condition on nothing', 'task', { when: 'nothing = 1' }),
  setting('a condition of the wrong type', 'task', { when: 'size = "large"' }),
  setting('a condition on what comes later', 'task', { when: 'closing = "ok"' }),
  setting('a silence that is no outcome', 'task', { silence: 'perhaps' }),
  setting('four eyes on what comes later', 'task', { not_by: ['closing'] }, (step) => step['task'] !== 'closing'),
  setting('an order that nobody keeps', 'task', { after: ['closing'] }),
  setting('a return without a stage', 'task', { outcomes: ['ok', 'return'], reasons: { return: ['r'] }, silence: undefined, sets: undefined }, (step) => step['task'] === 'closing'),
  setting('a return without reasons', 'task', { reasons: undefined }, asksBack),
  setting('a name twice', 'task', { task: 'closing' }, (step) => step['task'] !== 'closing'),
  setting('a payment without a way out', 'wait', { else: undefined }, (step) => step['for'] !== 'notice'),
  setting('a payment without a law', 'wait', { legal: undefined }, (step) => step['for'] === 'payment'),
  setting('a record nobody keeps', 'wait', { record: 'people.nobody' }, (step) => step['for'] === 'record'),
  setting('an each without a number', 'each', { of: 'kind' }),
  setting('an each without a bound', 'each', { of: 'size' }),
  setting('a stage that lost its returns', 'stage', { returns: undefined }, (step) => steps({ flow: [step] }, 'task').some(asksBack)),
  changing('an end inside a parallel', 'parallel', (step) => {
    const first = (step['parallel'] as (Step | Step[])[])[0]
    if (!Array.isArray(first)) return false
    first.push({ end: 'refused' })
    return true
  }),
  changing('a gap of one value', 'choose', (step) => shifted(step, 0, -1)),
  changing('an overlap of one value', 'choose', (step) => shifted(step, 0, 1)),
  changing('a branch taken out', 'choose', (step) => {
    if (branchesOf(step).some((branch) => 'else' in branch)) return false
    branchesOf(step).pop()
    return true
  }),
  changing('else before the end', 'choose', (step) => {
    const branches = branchesOf(step)
    if (!branches.some((branch) => 'else' in branch)) return false
    branches.reverse()
    return true
  }),
]

/** Moves the upper bound of a branch, as in `answer_3 <= 20`; the next one still begins where it did. */
function shifted(step: Step, branch: number, by: number): boolean {
  const [first, ...others] = branchesOf(step)
  const when = first?.['when']
  if (!first || typeof when !== 'string' || (by < 0 && others.some((other) => 'else' in other)) || (by > 0 && others.every((other) => 'else' in other)) || branch !== 0) return false
  const moved = when.replace(/<= (\d+)/, (_, cut: string) => `<= ${Number(cut) + by}`)
  first['when'] = moved
  return moved !== when
}
