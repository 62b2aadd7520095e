import type { FileProblem } from './file-problem.ts'
import { inFile } from './file-problem.ts'
import type { YamlFile } from './yaml-file.ts'

type Source = { id: string; current: boolean; file: YamlFile | null }

/** The version a file says it is; not a number where it says none. */
export function versionIn(file: YamlFile | null): number {
  const raw = file?.value
  return raw !== null && typeof raw === 'object' && 'version' in raw ? Number(raw.version) : Number.NaN
}

/** What is wrong with the version of one file among all of its service: two of one number, history ahead of what is in force. */
export function checkVersion(source: Source, all: readonly Source[]): FileProblem[] {
  const { id, current, file } = source
  if (current || !file) return []
  const version = versionIn(file)
  const problem = (message: string): FileProblem => inFile(file, { code: 'version', path: ['version'], message })
  const twin = all.slice(0, all.indexOf(source)).find((other) => other.id === id && other.file && versionIn(other.file) === version)
  if (twin?.file) return [problem(`version ${version} is in ${twin.file.name} too: every version has one file`)]
  const inForce = versionIn(all.find((other) => other.id === id && other.current)?.file ?? null)
  return version > inForce ? [problem(`version ${version} is above version ${inForce}, which is in force: history holds what was in force before`)] : []
}
