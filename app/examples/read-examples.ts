import { type FileProblem, inFile } from '#app/catalogue/file-problem.ts'
import { readYamlFile, type YamlFile } from '#app/catalogue/yaml-file.ts'
import { shape } from '#app/kernel/definition/shape.ts'

import type { Example } from './example.ts'
import { fileSchema } from './example-schema.ts'
import { readExample } from './read-example.ts'

/** An example, and its place in the list of its file. */
export type PlacedExample = { at: number; example: Example }

/** The examples of one file that are written soundly, and what is wrong with the others. */
export type ReadExamples = { file: YamlFile | null; examples: readonly PlacedExample[]; problems: readonly FileProblem[] }

/** Reads an examples.yaml; `name` is how messages call the file. */
export function readExamples(path: string, name: string): ReadExamples {
  const read = readYamlFile(path, name)
  if (!read.ok) return { file: null, examples: [], problems: read.problems }
  const { file } = read
  const list = shape(fileSchema, file.value, [])
  const all = (list.value?.examples ?? []).map((source, i) => ({ at: i, ...readExample(source, ['examples', i], list.value?.applicants ?? {}) }))
  const problems = [...list.problems, ...all.flatMap((one) => one.problems)].map((problem) => inFile(file, problem))
  return { file, examples: all.flatMap(({ at, example }) => (example ? [{ at, example }] : [])), problems }
}
