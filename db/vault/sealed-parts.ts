import type { Answers } from '#app/kernel/case/answer.ts'

import type { PartReport, PartRow, PartStore } from '../part-store.ts'
import type { Store } from '../store.ts'

import { type DataKey, keyIdOf, openText, sealText } from './sealed-text.ts'
import type { Vault } from './vault.ts'

/** The values that a part hands over stand under one name that no field has. */
const SEALED = ''

const place = ({ parentId, sub }: Pick<PartReport, 'parentId' | 'sub'>): string => `parts/answers/${parentId}/${sub}`

/** @param key of the case that is the part */
export const sealPart = (key: DataKey, report: PartReport): PartReport => ({ ...report, answers: kept(sealText(key, place(report), report.answers)) })

export function sealedParts({ parts: inner }: Store, { ring }: Vault): PartStore {
  const open = async (rows: readonly PartRow[]): Promise<PartRow[]> => {
    const keys = await ring.load(rows.flatMap((row) => textOf(row).map(keyIdOf)))
    return rows.map((row) => {
      const [text] = textOf(row)
      const key = text === undefined ? null : keys(keyIdOf(text))
      // what was sealed at this place were answers
      return { ...row, answers: key && text !== undefined ? (openText(key, place(row), text) as Answers) : {} }
    })
  }
  return {
    ...inner,
    of: async (parentId) => open(await inner.of(parentId)),
    pending: async (now, limit, leaseMs) => open(await inner.pending(now, limit, leaseMs)),
    pendingOf: async (parentId) => open(await inner.pendingOf(parentId)),
  }
}

/** None while the part has not begun. */
function textOf({ answers }: PartRow): string[] {
  const sealed = answers[SEALED]
  return sealed ? [String(sealed.value)] : []
}

const kept = (text: string): Answers => ({ [SEALED]: { value: text, source: 'desk', envelope: null, file: null } })
