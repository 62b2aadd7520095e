import pg from 'pg'

/*
 * PostgreSQL keeps no U+0000 in text. Two characters stand for it, and two for the first of these, so that any text comes back as it
 * was and sorts as it did. JSON text holds neither: its writers spell both as \uXXXX.
 */

const FORBIDDEN = '\u0000'
const MARK = '\u0001'

/** @param value of a parameter: text, or a list with text in it, as it can be stored; anything else as it is */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return needsMark(value) ? value.replaceAll(MARK, `${MARK}1`).replaceAll(FORBIDDEN, `${MARK}0`) : value
  return Array.isArray(value) ? value.map(storable) : value
}

/** What was given to `storable`. */
export const asGiven = (text: string): string => (text.includes(MARK) ? text.replaceAll(`${MARK}0`, FORBIDDEN).replaceAll(`${MARK}1`, MARK) : text)

const needsMark = (text: string): boolean => text.includes(FORBIDDEN) || text.includes(MARK)

const { INT8, TEXT } = pg.types.builtins
/** Of text[], which the package does not name. */
const TEXT_ARRAY = 1009
const plainArray = pg.types.getTypeParser(TEXT_ARRAY as number) as (text: string) => (string | null)[]

/** How values are read from the server: whole numbers as numbers, text as it was given, JSON never. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number
    if (oid === TEXT) return asGiven
    if (oid === TEXT_ARRAY) return (text: string) => plainArray(text).map((one) => (one === null ? null : asGiven(one)))
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}
