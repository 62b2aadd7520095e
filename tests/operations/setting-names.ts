import { readFileSync } from 'node:fs'

/** Every setting there is, as its schema has them. */
export const settingNames: readonly string[] = [...readFileSync('app/env.server.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name = '']) => name)

/** The setting that a variable makes, by itself or by naming a file. */
export const settingOf = (variable: string): string => variable.replace(/_FILE$/, '')
