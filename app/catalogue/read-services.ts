import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { readDefinition } from '#app/kernel/definition/read-definition.ts'
import { type ProvedService, serviceKey, type Surroundings } from '#app/kernel/definition/surroundings.ts'
import { type Proof, prove } from '#app/kernel/proof/prove.ts'

import { byName } from './by-name.ts'
import { checkVersion, versionIn } from './check-versions.ts'
import { definitionHash } from './definition-hash.ts'
import { type FileProblem, inFile } from './file-problem.ts'
import { type FolderReader } from './read-surroundings.ts'
import { subsIn } from './subs-in.ts'
import type { YamlFile } from './yaml-file.ts'

/** What reading one version of a service came to. */
export type ReadService = { id: string; version: number | null; current: boolean; file: YamlFile | null; definition: Definition | null; proof: Proof | null; problems: FileProblem[] }

type Source = { id: string; current: boolean; file: YamlFile | null; tables: YamlFile | null; problems: FileProblem[] }

/**
 * Reads and proves every service of a tree, those that a life event begins before the life event itself; beside the
 * versions in force those of `history/`, which cases and life events may still go by.
 */
export class ServiceReader {
  private readonly sources: Map<string, Source>
  private readonly read = new Map<string, ReadService>()
  private readonly begun = new Set<string>()
  private readonly surroundings: Surroundings
  private readonly calendar: Calendar

  constructor(folder: FolderReader, surroundings: Surroundings, calendar: Calendar) {
    this.surroundings = surroundings
    this.calendar = calendar
    const sources = folder.list('services').flatMap((id) => [sourceOf(folder, id, `services/${id}/service.yaml`, true), ...folder.list(`services/${id}/history`).filter((name) => !name.endsWith('.tables.yaml')).map((name) => sourceOf(folder, id, `services/${id}/history/${name}`, false))])
    this.sources = new Map()
    for (const source of sources) {
      const problems = checkVersion(source, sources)
      // Two of one version are both looked at; nothing goes live while there are two.
      const key = this.sources.has(keyOf(source)) ? `${keyOf(source)} ${source.file?.name}` : keyOf(source)
      this.sources.set(key, { ...source, problems: [...source.problems, ...problems] })
    }
  }

  all(): ReadService[] {
    return [...this.sources.keys()].map((key) => this.service(key))
  }

  /** The services that others may begin, as far as they are sound. */
  private proved(wanted: readonly string[]): Record<string, ProvedService> {
    return byName(
      wanted.flatMap((key): [string, ProvedService][] => {
        const { definition, proof, problems } = this.sources.has(key) ? this.service(key) : { definition: null, proof: null, problems: [] }
        return definition && proof && problems.length === 0 ? [[key, { definition, worst: proof.worst, office: proof.office }]] : []
      }),
    )
  }

  private service(key: string): ReadService {
    const known = this.read.get(key)
    if (known) return known
    const source = this.sources.get(key)
    if (!source) throw new Error(`no source ${key}`)
    const read = this.readSource(key, source)
    this.read.set(key, read)
    return read
  }

  private readSource(key: string, source: Source): ReadService {
    const { id, current, file, tables } = source
    const failed = (problems: FileProblem[]): ReadService => ({ id, version: null, current, file, definition: null, proof: null, problems })
    if (!file) return failed(source.problems)
    const circle = subsIn(file.value).find(({ key: wanted }) => this.begun.has(wanted) || wanted === key)
    if (circle) return failed([inFile(file, { code: 'sub_cycle', path: circle.path, message: `"${circle.key}" would begin itself, perhaps through others: take this sub out` })])
    this.begun.add(key)
    const surroundings = { ...this.surroundings, services: this.proved(subsIn(file.value).map((sub) => sub.key)) }
    this.begun.delete(key)
    const place = (problem: DefinitionProblem): FileProblem => inFile(problem.file === 'tables' && tables ? tables : file, problem)
    const read = readDefinition(file.value, surroundings, tables?.value ?? null)
    if (!read.ok) return failed([...source.problems, ...read.problems.map(place)])
    const proof = prove(read.definition, read.places, surroundings, this.calendar)
    const parts = Object.values(surroundings.services).map((part) => part.definition.hash)
    const definition = { ...read.definition, hash: definitionHash(file.value, tables?.value ?? null, parts) }
    const misnamed = definition.service === id ? [] : [place({ code: 'unknown_name', path: ['service'], message: `this folder is called "${id}", so the service must be too` })]
    return { id, version: definition.version, current, file, definition, proof, problems: [...source.problems, ...misnamed, ...proof.problems.map(place)] }
  }
}

function sourceOf(folder: FolderReader, id: string, name: string, current: boolean): Source {
  const own = folder.apart()
  const file = own.yaml(name)
  const beside = current ? `services/${id}/tables.yaml` : name.replace(/\.yaml$/, '.tables.yaml')
  const tables = existsSync(join(folder.root, beside)) ? own.yaml(beside) : null
  return { id, current, file, tables, problems: own.problems }
}

const keyOf = ({ id, file }: Source): string => serviceKey(id, versionIn(file))
