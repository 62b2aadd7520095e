import { conceptKeys, serviceKeys } from '#app/catalogue/check-texts.ts'
import { formatSpan } from '#app/kernel/clock/span.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'

import { describeField } from './describe-field.ts'
import { describeStep, isNamed, timeOf } from './describe-step.ts'

export type Changes = { added: readonly string[]; removed: readonly string[]; changed: readonly { name: string; before: string; after: string }[] }
export const diffParts = ['data', 'requirements', 'steps', 'order', 'desks', 'times', 'texts'] as const
export type DefinitionDiff = Readonly<Record<(typeof diffParts)[number], Changes>>

/** What one version says that the other does not, by name, in plain words; `texts` are keys of the locales. */
export function diffDefinitions(before: Definition, after: Definition, surroundings: Pick<Surroundings, 'concepts'>): DefinitionDiff {
  const [old, fresh] = [before, after].map((definition) => said(definition, surroundings))
  return Object.fromEntries(diffParts.map((part) => [part, changes(old?.[part] ?? {}, fresh?.[part] ?? {})])) as DefinitionDiff
}

type Said = Readonly<Record<string, string>>

function said(definition: Definition, surroundings: Pick<Surroundings, 'concepts'>): Record<(typeof diffParts)[number], Said> {
  const nodes = nodesOf(definition).filter(isNamed)
  const tasks = nodes.flatMap((node) => (node.node === 'task' ? [[node.name, [...node.desks, node.region && `by ${node.region}`, node.department && `by ${node.department}`].filter(Boolean).join(', ')] as const] : []))
  const times = nodes.flatMap((node) => (timeOf(node) === null ? [] : [[node.name, timeOf(node) ?? ''] as const]))
  // A choice has no name of its own, and its place moves with every step before it.
  const choices = nodesOf(definition).flatMap((node) => (node.node === 'choose' ? [node.branches.map(({ when }) => when ?? 'else').join(' | ')] : []))
  return {
    data: Object.fromEntries(Object.values(definition.data).map((field) => [field.name, describeField(field)])),
    requirements: Object.fromEntries(definition.requires.map(({ reason, when }) => [reason, when])),
    steps: Object.fromEntries([...nodes.map((node) => [node.name, describeStep(node)] as const), ...choices.map((conditions, i) => [`choice ${i + 1}`, conditions] as const)]),
    order: { flow: nodes.map(({ name }) => name).join(' → ') },
    desks: Object.fromEntries(tasks),
    times: Object.fromEntries([['promise', formatSpan(definition.promise)], ['limit', formatSpan(definition.limit)], ...times]),
    texts: Object.fromEntries([...serviceKeys(definition), ...conceptKeys(definition, surroundings).map((key) => `concepts: ${key}`)].map((key) => [key, ''])),
  }
}

function changes(before: Said, after: Said): Changes {
  const [old, fresh] = [Object.keys(before), Object.keys(after)]
  return {
    added: fresh.filter((name) => before[name] === undefined),
    removed: old.filter((name) => after[name] === undefined),
    changed: old.flatMap((name) => {
      const [was, is] = [before[name] ?? '', after[name] ?? '']
      return after[name] === undefined || was === is ? [] : [{ name, before: was, after: is }]
    }),
  }
}
