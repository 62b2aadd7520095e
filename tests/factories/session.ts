import type { Session } from '#db/session-store.ts'

export const buildSession = (overrides: Partial<Session> = {}): Session => ({
  ...{ idHash: 'h1', person: 'p1', provider: 'city', assurance: 'substantial', secondFactor: false, signedInAt: 100, seenAt: 100, endsAt: 1000, revokedAt: null },
  ...overrides,
})
