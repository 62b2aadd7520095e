import { customType } from 'drizzle-orm/pg-core'

/** A column of JSON text, hashed as it is. Read back as it is: only this store writes it. */
export const jsonColumn = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => readJson<T>(name, text),
  })(name)

/** The parser's own message would quote the text, which may be personal: it is left out. */
export function readJson<T>(column: string, text: string): T {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`Column ${column} holds text that is not JSON: the database is damaged or was edited by hand`)
  }
}
