import type { WantedRecord } from '#app/registers/register-source.ts'

type Merged = { entity: string; subject: string; fields: string[] }

/** Each kind of record on each subject once, with all the fields that are wanted of it. */
export function mergeWanted(wanted: readonly WantedRecord[]): Merged[] {
  const merged = new Map<string, Merged>()
  for (const one of wanted) {
    const pair = pairOf(one)
    merged.set(pair, { ...one, fields: [...new Set([...(merged.get(pair)?.fields ?? []), ...one.fields])] })
  }
  return [...merged.values()]
}

/** Names a kind of record on one subject. */
export const pairOf = ({ entity, subject }: { entity: string; subject: string }): string => JSON.stringify([entity, subject])
