import type { TFunction } from 'i18next'

import type { DataField, Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import { fieldLabel } from '#app/view/show-value.ts'

/** A certificate an applicant can get, with what would stand on it. */
export type Sample = { title: string; shown: readonly { label: string; value: string }[] }

/** Certificates of a service, each once, filled in with invented values. */
export function samplesOf(t: TFunction, definition: Definition): Sample[] {
  const made = nodesOf(definition).flatMap((node) => (node.node === 'auto' && node.makes.kind === 'certificate' ? [node.makes] : []))
  const once = [...new Map(made.map((one) => [one.template, one])).values()]
  return once.map(({ template, shows }) => ({
    title: t(`services/${definition.service}:certificates.${template}`),
    shown: shows.flatMap((name) => {
      const field = definition.data[name]
      const value = field && exampleOf(t, field)
      return field && value ? [{ label: fieldLabel(t, field), value }] : []
    }),
  }))
}

function exampleOf(t: TFunction, { concept, type }: DataField): string | null {
  if (type.type === 'file') return null
  return type.type === 'choice' ? t(`concepts:${concept}.options.${type.of[0]}`) : t(`concepts:${concept}.example`)
}
