import type { i18n, TFunction } from 'i18next'

import { fill, type Filling, partsOf } from './filled-text.ts'

/**
 * Keeps what an instance and its clones answer: texts never change while a portal runs, and finding one by its namespace, languages and
 * fallbacks was a twelfth of a page's time. A text that values go into is found once, taken apart once, and filled each time. What asks
 * for more than values (a context, a list, a text instead) is worked out by i18next each time.
 * @returns the same instance
 */
export function rememberTexts(instance: i18n): i18n {
  const fixed = new Map<string, TFunction>()
  const there = new Map<string, boolean>()
  const { cloneInstance, getFixedT } = instance
  const isThere: i18n['exists'] = instance.exists.bind(instance)
  const find: i18n['getFixedT'] = getFixedT.bind(instance)
  const isPlain = instance.options.interpolation?.escapeValue === false
  const remembering = (...args: unknown[]): TFunction => {
    const name = JSON.stringify(args)
    // trusted: the arguments are passed on as they came
    const known = fixed.get(name) ?? rememberAnswers((find as (...all: unknown[]) => TFunction)(...args), isPlain)
    fixed.set(name, known)
    return known
  }
  return Object.assign(instance, {
    getFixedT: remembering,
    exists: (...args: Parameters<i18n['exists']>) => asked(there, JSON.stringify(args), () => isThere(...args)),
    cloneInstance: (...args: Parameters<i18n['cloneInstance']>) => rememberTexts(cloneInstance.apply(instance, args)),
  })
}

/** Keys are as many as there are texts, but counts are not: as many as this, and then anew. */
const COUNTS_KEPT = 10_000

/** @param isPlain values go into texts as they are: React escapes them */
function rememberAnswers(t: TFunction, isPlain: boolean): TFunction {
  const texts = new Map<string, unknown>()
  const taken = new Map<string, ReturnType<typeof partsOf>>()
  const ask = t as unknown as (...args: unknown[]) => unknown
  const remembering = (...args: unknown[]): unknown => {
    const [key, values] = args
    // of several keys, the first that there is
    if (args.length === 1 && Array.isArray(key)) return asked(texts, key.join(SEVERAL), () => ask(key))
    if (typeof key !== 'string') return ask(...args)
    if (args.length === 1) return asked(texts, key, () => ask(key))
    if (!isPlain || args.length > 2 || !isFilling(values)) return ask(...args)
    if (taken.size > COUNTS_KEPT) taken.clear()
    const { count } = values
    const parts = asked(taken, count === undefined ? key : `${count} ${key}`, () => partsOfAnswer(ask(key, { count, skipInterpolation: true })))
    return (parts && fill(parts, values)) ?? ask(...args)
  }
  // i18next hangs the language and namespace on the function itself
  return Object.assign(remembering, t) as unknown as TFunction
}

/** In no key. */
const SEVERAL = '\n'

const partsOfAnswer = (answer: unknown) => (typeof answer === 'string' ? partsOf(answer) : null)

function asked<Key, Answer>(known: Map<Key, Answer>, key: Key, ask: () => Answer): Answer {
  const before = known.get(key)
  if (before !== undefined) return before
  const answer = ask()
  known.set(key, answer)
  return answer
}

/** Names that tell i18next how to look, rather than what to fill in. */
const TELLING = new Set(['context', 'defaultValue', 'fallbackLng', 'joinArrays', 'keyPrefix', 'keySeparator', 'lng', 'ns', 'nsSeparator', 'postProcess', 'scopeNs'])

function isFilling(values: unknown): values is Filling {
  if (typeof values !== 'object' || values === null) return false
  return Object.entries(values).every(([name, value]) => (typeof value === 'number' ? true : typeof value === 'string' && name !== 'count') && !TELLING.has(name))
}
