import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { editorSchemas } from './editor-schemas.ts'

/** What stands in a schema's file. */
export const schemaText = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`

/** Writes the schemas that editors read, one file each. @returns their paths */
export function writeSchema(directory: string): string[] {
  mkdirSync(directory, { recursive: true })
  return Object.entries(editorSchemas()).map(([name, schema]) => {
    const path = join(directory, name)
    writeFileSync(path, schemaText(schema))
    return path
  })
}
