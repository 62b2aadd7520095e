import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Answers } from '#app/kernel/case/answer.ts'
import { amendedNames } from '#app/kernel/definition/amended-names.ts'
import { readClaimed } from '#app/kernel/definition/read-claimed.ts'

import { showValue } from './show-value.ts'

/**
 * What a correction says of a record, in the reader's words instead of the names of the register: by the name of the
 * answer. Empty for a case that is no correction, or names no record we know.
 */
export function recordWords(t: TFunction, lang: Language, { registers }: Pick<Catalogue, 'registers'>, answers: Answers): Readonly<Record<string, string>> {
  const said = (name: string): string => String(answers[name]?.value ?? '')
  const [register, entity, field] = [amendedNames.register, amendedNames.entity, amendedNames.field].map(said) as [string, string, string]
  const concept = registers[register]?.entities[entity]?.fields[field]
  if (!concept) return {}
  const inWords = (name: string): [string, string][] => {
    const read = readClaimed(concept.type, said(name))
    return read.ok && read.value !== null ? [[name, showValue(t, lang, { concept: concept.name, type: concept.type }, read.value)]] : []
  }
  return {
    [amendedNames.register]: t(`registers:${register}.name`),
    [amendedNames.field]: t(`concepts:${concept.name}.label`),
    ...Object.fromEntries([...inWords('record_value'), ...inWords('claimed_value')]),
  }
}
