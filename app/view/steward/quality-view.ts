import type { TFunction } from 'i18next'

import type { Finding } from '#app/use-cases/registers/source-finding.ts'
import type { FieldQuality } from '#app/use-cases/registers/source-quality.ts'

import { kindLabel } from '../data/data-labels.ts'

type Named = Pick<FieldQuality, 'entity' | 'field' | 'concept'>

/** A field as its steward knows it; by its technical name when the register no longer has it. */
export function fieldName(t: TFunction, register: string, { entity, field, concept }: Named): string {
  return concept === null ? `${entity}.${field}` : t('steward:fieldOf', { kind: kindLabel(t, register, entity), field: t(`concepts:${concept}.label`) })
}

/** What a steward should know first, in a sentence that names the register. */
export function headingOf(t: TFunction, { register, finding }: { register: string; finding: Finding }): string {
  return t('steward:heading', { register: t(`registers:${register}.name`), finding: findingText(t, finding) })
}

function findingText(t: TFunction, finding: Finding): string {
  switch (finding.kind) {
    case 'unused':
      return t('steward:finding.unused')
    case 'sound':
      return t('steward:finding.sound', { count: finding.of })
    case 'silent':
      return t('steward:finding.silent', { count: finding.count, of: finding.of })
    case 'disputed':
    case 'conflict':
    case 'gap':
      return t(`steward:finding.${finding.kind}`, { count: finding.count, of: finding.of, field: shortName(t, finding.field) })
    default:
      return finding satisfies never
  }
}

const shortName = (t: TFunction, { entity, field, concept }: Named): string => (concept === null ? `${entity}.${field}` : t(`concepts:${concept}.label`))

/** The table's columns after the field's name, in order. */
export const qualityColumns = ['held', 'notHeld', 'gap', 'age', 'changed', 'conflicts', 'disputes', 'upheld', 'refused'] as const satisfies readonly (keyof FieldQuality)[]
