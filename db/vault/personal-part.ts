import type { DataKey } from './sealed-text.ts'
import { openText, sealText } from './sealed-text.ts'
import { BrokenSeal } from './broken-seal.ts'

/** Passes a personal value of a document, by its path, and says what stands there instead; `blank` is what stands there when nothing does. */
export type Touch = <V>(path: string, value: V, blank: V) => V

/** Walks a document, touching every personal value in it. */
export type Walk<Doc> = (doc: Doc, touch: Touch) => Doc

/** A document without what is personal in it, and that, sealed as one. */
export type Split<Doc> = { bare: Doc; sealed: string }

/** Takes the personal values out of a document; blanks stay. */
export function splitPersonal<Doc>(key: DataKey, place: string, doc: Doc, walk: Walk<Doc>): Split<Doc> {
  const values: [path: string, value: unknown][] = []
  const bare = walk(doc, (path, value, blank) => {
    if (value === undefined || value === null) return value
    values.push([path, value])
    return blank
  })
  return { bare, sealed: sealText(key, place, Object.fromEntries(values)) }
}

/** The document as it was; as it is kept, when its key is destroyed (null). Throws BrokenSeal. */
export function joinPersonal<Doc>(key: DataKey | null, place: string, { bare, sealed }: Split<Doc>, walk: Walk<Doc>): Doc {
  if (key === null) return bare
  const values = openText(key, place, sealed)
  if (typeof values !== 'object' || values === null) throw new BrokenSeal(place)
  // what was sealed at this place is what stood at this path
  return walk(bare, (path, value) => (Object.hasOwn(values, path) ? (Reflect.get(values, path) as typeof value) : value))
}

/** One step of a path: what a name holds can't be taken for two steps. */
export const step = (path: string, name: string): string => `${path}/${/[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name}`
