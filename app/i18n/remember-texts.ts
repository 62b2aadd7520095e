import type { i18n, TFunction } from 'i18next'

/**
 * Keeps what an instance and its clones answer to a bare key: texts never change while a portal runs, and finding one by its namespace,
 * languages and fallbacks was a twelfth of a page's time. What is asked with values is worked out each time.
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

function rememberBareKeys(t: TFunction): TFunction {
  const texts = new Map<unknown, unknown>()
  const ask = t as unknown as (...args: unknown[]) => unknown
  const remembering = (...args: unknown[]): unknown => {
    const [key] = args
    if (args.length > 1 || typeof key !== 'string') return ask(...args)
    const known = texts.get(key) ?? ask(key)
    texts.set(key, known)
    return known
  }
  // i18next hangs the language and namespace on the function itself
  return Object.assign(remembering, t) as unknown as TFunction
}
