import type { DefinitionProblem, DefinitionProblemCode } from '#app/kernel/definition/definition-problem.ts'

import type { YamlFile } from './yaml-file.ts'

/** Something wrong in a file: where, and what to write instead. Lines and columns count from 1. */
export type FileProblem = { file: string; line: number; column: number; code: DefinitionProblemCode; message: string }

export const inFile = (file: YamlFile, problem: DefinitionProblem): FileProblem => ({
  file: file.name,
  ...file.locate(problem.path, { atKey: problem.atKey ?? false, offset: problem.offset ?? 0 }),
  code: problem.code,
  message: problem.message,
})

/** `file:line:column  message (code)` */
export const printProblem = ({ file, line, column, code, message }: FileProblem): string => `${file}:${line}:${column}  ${message} (${code})`
