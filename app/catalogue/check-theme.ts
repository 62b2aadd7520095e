import type { Definition } from '#app/kernel/definition/definition.ts'
import { hint } from '#app/kernel/definition/definition-problem.ts'

import { type FileProblem, inFile } from './file-problem.ts'
import type { YamlFile } from './yaml-file.ts'

/** A service stands under a theme that is meant for those it serves; null: a city without themes. */
export function checkTheme(definition: Definition, themes: Readonly<Record<string, readonly string[]>> | null, file: YamlFile | null): FileProblem[] {
  if (!themes || !file) return []
  const audiences = Object.hasOwn(themes, definition.theme) ? themes[definition.theme] : undefined
  const names = Object.keys(themes)
  if (!audiences) return [inFile(file, { code: 'unknown_name', path: ['theme'], message: `there is no theme "${definition.theme}" in city.yaml${hint(definition.theme, names)}` })]
  if (audiences.includes(definition.audience)) return []
  return [inFile(file, { code: 'guide', path: ['theme'], message: `the theme "${definition.theme}" is for ${audiences.join(', ')}, but this service is for ${definition.audience}` })]
}
