import type { Keys } from './key-ring.ts'
import { subjectKeyId, type Vault } from './vault.ts'

/** The numbers behind blind indexes, all at once; null where the subject's key is destroyed. */
export async function openSubjects({ ring }: Vault, indexes: readonly (string | null)[]): Promise<(index: string) => string | null> {
  const keys = await ring.load(indexes.flatMap((index) => (index === null ? [] : [subjectKeyId(index)])))
  return (index) => subjectWith(keys, index)
}

/** The number behind a blind index whose key is loaded. */
export const subjectWith = (keys: Keys, index: string): string | null => keys(subjectKeyId(index))?.subject ?? null

/** Blind indexes of the subjects of a query, each made once, and back. */
export function indexed({ subjectIndex }: Vault, subjects: readonly string[]): { index(subject: string): string; subject(index: string): string } {
  const indexes = new Map([...new Set(subjects)].map((subject) => [subject, subjectIndex(subject)]))
  const subjectOf = new Map([...indexes].map(([subject, index]) => [index, subject]))
  return { index: (subject) => indexes.get(subject) ?? subjectIndex(subject), subject: (index) => subjectOf.get(index) ?? '' }
}
