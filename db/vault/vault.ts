import type { KeyStore } from '../key-store.ts'

import { type BlindIndex, blindIndex } from './blind-index.ts'
import type { DataKeys } from './data-keys.ts'
import { type KeyRing, keyRing, type Keys, type KeyWish, type OpenKey } from './key-ring.ts'
import { keyIdOf, openText, sealText } from './sealed-text.ts'

/** What seals and opens values of one store. */
export type Vault = {
  ring: KeyRing
  index: BlindIndex
  /** The text that stands for a subject where rows are looked up by it. */
  subjectIndex(subject: string): string
}

export function openVault(keys: KeyStore, dataKeys: DataKeys, now: () => number): Vault {
  const index = blindIndex(dataKeys.index)
  return { ring: keyRing(keys, dataKeys, now), index, subjectIndex: (subject) => index('subject', subject) }
}

export const personKey = (person: string): KeyWish => ({ id: `person:${person}`, owner: `person:${person}`, matter: '', subject: null })

export const caseKey = (caseId: string, person: string): KeyWish => ({ id: `case:${caseId}`, owner: `person:${person}`, matter: caseId, subject: null })

export const fileKey = (file: string, owner: string): KeyWish => ({ id: `file:${file}`, owner: `person:${owner}`, matter: `file:${file}`, subject: null })

/** A subject's key holds their number as well: that opens the blind index. */
export function subjectKey({ subjectIndex }: Pick<Vault, 'subjectIndex'>, subject: string): KeyWish {
  const owner = subjectIndex(subject)
  return { id: subjectKeyId(owner), owner, matter: '', subject }
}

export const subjectKeyId = (index: string): string => `subject:${index}`

/** The key, or an error: what is sealed under a destroyed key could never be read. */
export function standing(key: OpenKey | null): OpenKey {
  if (!key) throw new Error('Nothing can be sealed any more for somebody whose key is destroyed')
  return key
}

/** Opens a text whose key is loaded: null when that is destroyed. */
export type Opener = (place: string, text: string) => unknown

export const openerWith = (keys: Keys): Opener => (place, text) => {
  const key = keys(keyIdOf(text))
  return key && openText(key, place, text)
}

/** Several texts, their keys loaded at once. */
export const openerOf = async ({ ring }: Vault, texts: readonly (string | null)[]): Promise<Opener> => openerWith(await ring.load(texts.flatMap((text) => (text === null ? [] : [keyIdOf(text)]))))

/** A text of its own, sealed; '' once it is erased. */
export const sealOwn = (key: OpenKey | null, place: string, text: string): string => sealText(standing(key), place, text)
export const openOwn = (open: Opener, place: string, text: string): string => String(open(place, text) ?? '')
