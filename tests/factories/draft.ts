import type { Draft } from '#db/store.ts'

import { at } from './definition.ts'
import { held, typed } from './play.ts'

export const buildDraft = (overrides: Partial<Draft> = {}): Draft => ({
  id: 'draft-1',
  person: 'p1',
  company: null,
  service: 'trial',
  definitionHash: 'trial',
  answers: { name: held('name', 'Li Na'), size: typed(60) },
  options: {},
  sources: {},
  behalf: null,
  version: 1,
  createdAt: at('2026-03-01'),
  updatedAt: at('2026-03-01'),
  submittedRef: null,
  ...overrides,
})
