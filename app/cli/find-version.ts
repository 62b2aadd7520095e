import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type FileProblem, printProblem } from '#app/catalogue/file-problem.ts'
import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { serviceKey } from '#app/kernel/definition/surroundings.ts'
import type { Worst } from '#app/kernel/proof/worst-case.ts'

export type Version = { definition: Definition; worst: Worst }
export type FoundVersion = { ok: true; version: Version } | { ok: false; messages: readonly string[] }

/** A version of a service: one of the catalogue's by its number, or a file not yet in place. Messages: none such, or what is wrong with the file. */
export function findVersion(catalogue: Catalogue, id: string, which: string): FoundVersion {
  if (!/^[0-9]+$/.test(which)) return readApart(id, which)
  const definition = catalogue.versions[serviceKey(id, Number(which))]
  const proof = definition && catalogue.proofs[definition.hash]
  if (definition && proof) return { ok: true, version: { definition, worst: proof.worst } }
  const known = Object.values(catalogue.versions).filter(({ service }) => service === id)
  const there = known.length > 0 ? `there are: ${known.map(({ version }) => version).join(', ')}` : `services are: ${Object.keys(catalogue.services).join(', ')}`
  return { ok: false, messages: [`there is no version ${which} of ${id}; ${there}`] }
}

/** Reads the file as if it stood in the service's place, in a copy of the tree that is thrown away. */
function readApart(id: string, path: string): FoundVersion {
  if (!existsSync(path)) return { ok: false, messages: [`there is no file ${path}`] }
  const root = mkdtempSync(join(tmpdir(), 'onetrip-'))
  try {
    const tree = join(root, 'workflows')
    cpSync('workflows', tree, { recursive: true })
    const folder = join(tree, 'services', id)
    mkdirSync(folder, { recursive: true })
    cpSync(path, join(folder, 'service.yaml'))
    const tables = path.replace(/\.yaml$/, '.tables.yaml')
    if (existsSync(tables)) cpSync(tables, join(folder, 'tables.yaml'))
    const report = readCatalogue(tree, path).services.find(({ service }) => service === id)
    const problems = (report?.problems ?? []).map((problem: FileProblem) => printProblem(problem))
    return report?.definition && report.worst && problems.length === 0 ? { ok: true, version: { definition: report.definition, worst: report.worst } } : { ok: false, messages: problems }
  } finally {
    rmSync(root, { recursive: true })
  }
}
