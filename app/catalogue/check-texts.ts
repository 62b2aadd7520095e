import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'

import type { FileProblem } from './file-problem.ts'

const LANGUAGES = ['zh-CN', 'en', 'ar']

/** Every text a citizen or a clerk can come to read of a service is there, in every language. */
export function checkTexts(definition: Definition, surroundings: Pick<Surroundings, 'concepts'>, locales: string): FileProblem[] {
  return LANGUAGES.flatMap((language) => {
    const service = `services/${definition.service}.json`
    return [
      ...missingFrom(locales, `${language}/${service}`, serviceKeys(definition)),
      ...missingFrom(locales, `${language}/concepts.json`, conceptKeys(definition, surroundings)),
    ]
  })
}

function missingFrom(locales: string, name: string, keys: readonly string[]): FileProblem[] {
  const problem = (message: string, code: FileProblem['code'] = 'missing_text'): FileProblem => ({ file: `locales/${name}`, line: 1, column: 1, code, message })
  const path = join(locales, name)
  if (!existsSync(path)) return [problem('this file is missing', 'missing_file')]
  const texts: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return [...new Set(keys)].filter((key) => typeof textAt(texts, key) !== 'string').map((key) => problem(`the text "${key}" is missing`))
}

const textAt = (texts: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((inner, part) => (inner !== null && typeof inner === 'object' && Object.hasOwn(inner, part) ? (inner as Record<string, unknown>)[part] : undefined), texts)

/** Keys of `locales/<language>/services/<id>.json` that a definition needs. */
export function serviceKeys(definition: Definition): string[] {
  const fixed = ['title', 'summary', 'who', 'outcome', 'keywords', 'legal']
  const nodes = nodesOf(definition)
  const steps = nodes.flatMap((node) => {
    switch (node.node) {
      case 'task':
        return [
          `steps.${node.name}`,
          ...(node.department === null ? [] : [`offices.${node.name}`]),
          ...node.outcomes.map((outcome) => `outcomes.${node.name}.${outcome}`),
          ...Object.values(node.reasons).flatMap((codes) => codes.map((code) => `reasons.${code}`)),
        ]
      case 'wait':
        return [`steps.${node.name}`, `waits.${node.name}`, ...(node.awaits.what === 'payment' ? [`basis.${node.name}`] : [])]
      case 'stage':
      case 'each':
      case 'sub':
        return [`steps.${node.name}`]
      case 'auto':
        return [`steps.${node.name}`, node.makes.kind === 'certificate' ? `certificates.${node.makes.template}` : `letters.${node.makes.template}`]
      default:
        return []
    }
  })
  return [...fixed, ...definition.requires.flatMap(({ reason }) => [`requires.${reason}.why`, `requires.${reason}.way`]), ...steps, ...guideKeys(definition), ...besideFlow(definition)]
}

function guideKeys({ guide }: Definition): string[] {
  const questions = guide.questions.flatMap((question) => [`guide.questions.${question}.question`, `guide.questions.${question}.answer`])
  return guide.trip === null ? questions : [...questions, `guide.trips.${guide.trip}`]
}

function besideFlow({ extension, revocation, suspension }: Definition): string[] {
  const rights = [['extend', extension], ['revoke', revocation], ['suspend', suspension]] as const
  return rights.flatMap(([key, right]) => (right?.reasons ?? []).map((reason) => `${key}.${reason}`))
}

/** Labels of values come from the dictionary's texts; a choice needs a word for each of its options. */
export function conceptKeys(definition: Definition, surroundings: Pick<Surroundings, 'concepts'>): string[] {
  return Object.values(definition.data).flatMap((field) => {
    const options = field.type.type === 'choice' ? field.type.of : []
    const known = surroundings.concepts[field.concept]
    const values = known?.type.type === 'choice' ? known.type.of : []
    return [`${field.concept}.label`, ...[...options, ...values].map((option) => `${field.concept}.options.${option}`)]
  }).concat(examples(definition))
}

/** The guide shows a sample of each certificate: an invented value for everything printed on it. */
function examples(definition: Definition): string[] {
  const shown = nodesOf(definition).flatMap((node) => (node.node === 'auto' && node.makes.kind === 'certificate' ? node.makes.shows : []))
  return [...new Set(shown)].flatMap((name) => {
    const field = definition.data[name]
    return field && field.type.type !== 'choice' && field.type.type !== 'file' ? [`${field.concept}.example`] : []
  })
}
