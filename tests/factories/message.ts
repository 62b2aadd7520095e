import type { NewMessage } from '#db/store.ts'

import { at } from './definition.ts'

export const buildMessage = (overrides: Partial<NewMessage> = {}): NewMessage => ({
  id: 'message-1',
  topic: 'submitted',
  to: 'p1',
  params: { ref: 'REF-case-1' },
  at: at('2026-03-02'),
  ...overrides,
})
