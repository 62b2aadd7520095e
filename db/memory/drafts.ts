import type { Draft, DraftStore } from '../store.ts'

import { by } from './order.ts'
import { copyOf, insert, type Tables } from './tables.ts'

const LISTED = 50

export function memoryDrafts({ drafts }: Tables): DraftStore {
  return {
    create: async (draft) => insert(drafts, draft.id, draft),
    load: async (id) => copyOf(drafts.get(id)),
    save: async (draft) => {
      const stored = drafts.get(draft.id)
      const isNext = stored?.version === draft.version - 1 && stored.submittedRef === null
      if (isNext) drafts.set(draft.id, structuredClone(savedOver(stored, draft)))
      return isNext
    },
    openOf: async (person) => {
      const open = [...drafts.values()].filter((one) => one.person === person && one.submittedRef === null)
      return structuredClone(open.sort(by(({ updatedAt, id }) => [updatedAt, id])).reverse().slice(0, LISTED))
    },
    remove: async (id) => void drafts.delete(id),
  }
}

/** Whose draft it is never changes. */
const savedOver = ({ person, behalf, createdAt, submittedRef }: Draft, draft: Draft): Draft => ({ ...draft, person, behalf, createdAt, submittedRef })
