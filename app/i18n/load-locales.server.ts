import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { createInstance, type i18n, type Resource, type ResourceLanguage } from 'i18next'

import { i18nOptions } from './i18n-options.ts'
import { defaultLanguage, type Language, languages } from './languages.ts'
import { rememberTexts } from './remember-texts.ts'

/** Reads `<dir>/<language>/*.json` and `…/services/*.json` into one instance, once, when the process starts. */
export function loadLocales(dir: string): i18n {
  const resources: Resource = Object.fromEntries(languages.map((language) => [language, readLanguage(join(dir, language))]))
  const instance = createInstance()
  void instance.init({
    ...i18nOptions,
    lng: defaultLanguage,
    ns: Object.keys(resources[defaultLanguage] ?? {}),
    resources,
    ...(underTest && { saveMissing: true, missingKeyHandler: refuse }),
  })
  return rememberTexts(instance)
}

/** Clones share the texts and never change language, so one a language serves every request. */
export function forLanguage(instance: i18n, language: Language): i18n {
  const known = clones.get(instance) ?? new Map<Language, i18n>()
  clones.set(instance, known)
  const clone = known.get(language) ?? instance.cloneInstance({ lng: language })
  known.set(language, clone)
  return clone
}

const clones = new WeakMap<i18n, Map<Language, i18n>>()

// Set by Vitest; plain Node has no `import.meta.env` at all.
const underTest = (import.meta as { env?: { MODE?: string } }).env?.MODE === 'test'

function refuse(missingIn: readonly string[], namespace: string, key: string): never {
  throw new Error(`No text for ${namespace}:${key} in ${missingIn.join(', ')}`)
}

function readLanguage(folder: string): ResourceLanguage {
  return { ...readFolder(folder, ''), ...readFolder(join(folder, 'services'), 'services/') }
}

function readFolder(folder: string, prefix: string): ResourceLanguage {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [prefix + name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  )
}
