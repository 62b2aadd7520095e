import type { i18n, TFunction } from 'i18next'

/**
 * Keeps what an instance and its clones answer to a bare key: texts never change while a portal runs, and finding one by its namespace,
 * languages and fallbacks was a twelfth of a page's time. So is what is asked with a count; with other values it is worked out each time.
 * @returns the same instance
 */
export function rememberTexts(instance: i18n): i18n {
  const fixed = new Map<string, TFunction>()
  const { cloneInstance, getFixedT } = instance
  const find: i18n['getFixedT'] = getFixedT.bind(instance)
  const remembering = (...args: unknown[]): TFunction => {
    const name = JSON.stringify(args)
    // trusted: the arguments are passed on as they came
    const known = fixed.get(name) ?? rememberBareKeys((find as (...all: unknown[]) => TFunction)(...args))
    fixed.set(name, known)
    return known
  }
  return Object.assign(instance, {
    getFixedT: remembering,
    cloneInstance: (...args: Parameters<i18n['cloneInstance']>) => rememberTexts(cloneInstance.apply(instance, args)),
  })
}

/** Counts differ little, and hold nothing of anybody. */
const COUNTS_KEPT = 10_000

function rememberBareKeys(t: TFunction): TFunction {
  const texts = new Map<string, unknown>()
  const counted = new Map<string, unknown>()
  const ask = t as unknown as (...args: unknown[]) => unknown
  const remembering = (...args: unknown[]): unknown => {
    const [key, values] = args
    if (typeof key !== 'string') return ask(...args)
    if (args.length === 1) return asked(texts, key, () => ask(key))
    const count = args.length === 2 ? onlyCount(values) : null
    if (count === null) return ask(...args)
    if (counted.size > COUNTS_KEPT) counted.clear()
    return asked(counted, `${count} ${key}`, () => ask(...args))
  }
  // i18next hangs the language and namespace on the function itself
  return Object.assign(remembering, t) as unknown as TFunction
}

function asked<Key>(known: Map<Key, unknown>, key: Key, ask: () => unknown): unknown {
  const text = known.get(key) ?? ask()
  known.set(key, text)
  return text
}

/** @returns a count that nothing else goes with; null: anything else */
function onlyCount(values: unknown): number | null {
  if (typeof values !== 'object' || values === null || !('count' in values)) return null
  return typeof values.count === 'number' && Object.keys(values).length === 1 ? values.count : null
}
