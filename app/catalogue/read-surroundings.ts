import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { z } from 'zod'

import { hint } from '#app/kernel/definition/definition-problem.ts'
import { deskProblem } from '#app/kernel/definition/desk-problem.ts'
import { questionType } from '#app/kernel/definition/question-type.ts'
import { shape } from '#app/kernel/definition/shape.ts'
import type { Concept, Department, Entity, Post, Register, Reusable, Surroundings } from '#app/kernel/definition/surroundings.ts'

import { byName } from './by-name.ts'
import { type FileProblem, inFile } from './file-problem.ts'
import { departmentsSchema, dictionarySchema, registerSchema } from './surroundings-schemas.ts'
import { readYamlFile, type YamlFile } from './yaml-file.ts'

/** Collects what is wrong while the files of a folder are read. */
export class FolderReader {
  readonly problems: FileProblem[] = []
  readonly root: string
  private readonly label: string

  constructor(root: string, label: string) {
    this.root = root
    this.label = label
  }

  read<T extends z.ZodType>(name: string, schema: T): { value: z.infer<T>; file: YamlFile } | null {
    const file = this.yaml(name)
    if (!file) return null
    const shaped = shape(schema, file.value, [])
    this.problems.push(...shaped.problems.map((problem) => inFile(file, problem)))
    return shaped.value === null ? null : { value: shaped.value, file }
  }

  yaml(name: string): YamlFile | null {
    const read = readYamlFile(join(this.root, name), `${this.label}/${name}`)
    if (read.ok) return read.file
    this.problems.push(...read.problems)
    return null
  }

  /** The same folder, with problems of its own. */
  apart(): FolderReader {
    return new FolderReader(this.root, this.label)
  }

  /** Names in a folder, sorted; none when there is no such folder. */
  list(folder: string): string[] {
    try {
      return readdirSync(join(this.root, folder)).filter((name) => !name.startsWith('.')).sort()
    } catch {
      return []
    }
  }
}

/** Departments, dictionary and registers, each checked against the ones before; no services yet. */
export function readSurroundings(folder: FolderReader): Surroundings {
  const { departments, posts } = readDepartments(folder)
  const concepts = readDictionary(folder)
  const files = folder.list('registers').filter((name) => name.endsWith('.yaml'))
  const registers = files.flatMap((name) => readRegister(folder, `registers/${name}`, departments, concepts) ?? [])
  return { departments, posts, concepts, registers: byName(registers.map((register) => [register.id, register])), services: byName([]) }
}

function readDepartments(folder: FolderReader): { departments: Record<string, Department>; posts: readonly Post[] | null } {
  const read = folder.read('departments.yaml', departmentsSchema)
  if (!read) return { departments: {}, posts: null }
  const departments = byName(Object.entries(read.value.departments).map(([name, { roles, regions }]) => [name, { roles, regions: regions ?? [] }]))
  const posts = read.value.posts ?? null
  posts?.forEach(({ desks }, i) => {
    for (const desk of desks) {
      const problem = deskProblem(desk, departments)
      if (problem) folder.problems.push(inFile(read.file, { ...problem, path: ['posts', i, 'desks'] }))
    }
  })
  return { departments, posts }
}

function readDictionary(folder: FolderReader): Record<string, Concept> {
  const read = folder.read('dictionary.yaml', dictionarySchema)
  const known = read?.value.concepts ?? {}
  return byName(
    Object.entries(known).map(([name, { type, classification, is, holder, reusable, ...spec }]): [string, Concept] => {
      if (read && reusable && type !== 'file') folder.problems.push(inFile(read.file, { code: 'wrong_type', path: ['concepts', name, 'reusable'], message: `only a file can be used again, and "${name}" is of type ${type}` }))
      for (const other of [is, holder]) {
        if (read && other && !Object.hasOwn(known, other)) {
          folder.problems.push(inFile(read.file, { code: 'unknown_concept', path: ['concepts', name, other === is ? 'is' : 'holder'], message: `"${other}" is not in dictionary.yaml${hint(other, Object.keys(known))}` }))
        }
      }
      return [name, { name, type: questionType({ word: type, ...spec }), classification, of: is && holder ? { concept: is, holder } : null, reusable: reusable ? reusableOf(reusable) : null }]
    }),
  )
}

/** The schema has checked the form already. */
const reusableOf = (text: string): Reusable => ({ amount: Number.parseInt(text, 10), unit: text.endsWith('y') ? 'y' : 'd' })

function readRegister(folder: FolderReader, name: string, departments: Surroundings['departments'], concepts: Surroundings['concepts']): Register | null {
  const read = folder.read(name, registerSchema)
  if (!read) return null
  const { value, file } = read
  if (!Object.hasOwn(departments, value.owner)) {
    const message = `there is no department "${value.owner}"${hint(value.owner, Object.keys(departments))}`
    folder.problems.push(inFile(file, { code: 'unknown_department', path: ['owner'], message }))
  }
  const entities = Object.entries(value.entities).map(([entity, { subject, many, fields }]): [string, Entity] => {
    const known = Object.entries(fields).flatMap(([field, { concept }]): [string, Concept][] => {
      const found = Object.hasOwn(concepts, concept) ? concepts[concept] : undefined
      if (found) return [[field, found]]
      const path = ['entities', entity, 'fields', field, 'concept']
      folder.problems.push(inFile(file, { code: 'unknown_concept', path, message: `"${concept}" is not in dictionary.yaml${hint(concept, Object.keys(concepts))}` }))
      return []
    })
    return [entity, { name: entity, subject, many: many ?? false, fields: byName(known) }]
  })
  return { id: value.register, owner: value.owner, refreshed: value.refreshed, url: value.url ?? null, addresses: value.addresses ?? [], entities: byName(entities) }
}
