import type { TFunction } from 'i18next'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

const texts = loadLocales('locales')

export const textsIn = (lang: Language): TFunction => texts.getFixedT(lang)

/** A language whose texts are their keys. */
export const keysOnly = ((key: string) => key) as TFunction

/** Every service of workflows/ that is sound. */
export const allServices: readonly Definition[] = readCatalogue('workflows').services.flatMap(({ definition }) => definition ?? [])

export function serviceNamed(id: string): Definition {
  const found = allServices.find(({ service }) => service === id)
  if (!found) throw new Error(`no service is called ${id}`)
  return found
}
