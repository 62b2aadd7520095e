import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'

import type { Addresses } from './addresses.ts'

/** A thing of the graph: its own address, its kinds, and what is said of it. */
export type Node = { '@id': string; '@type': string | readonly string[]; [property: string]: unknown }

export type Reference = { '@id': string }
export const to = (address: string): Reference => ({ '@id': address })

/** A text in every language of the portal. */
export type Spoken = Readonly<Record<Language, string>>

/** What the catalogue is described from. */
export type Sources = {
  catalogue: Catalogue
  addresses: Addresses
  /** A text by its key, `namespace:key`. */
  say(key: string): Spoken
}
