import type { SignIn } from '#app/sign-in/sign-in.ts'

const YEAR_MS = 365 * 24 * 3_600_000

/** Without providers, and with sessions that outlast the weeks of a story; tests of signing in bring the real limits. */
export const buildSignIn = (more: Partial<SignIn> = {}): SignIn => ({
  publicUrl: null,
  limits: { citizen: { idleMs: YEAR_MS, longestMs: YEAR_MS }, staff: { idleMs: YEAR_MS, longestMs: YEAR_MS } },
  providers: [],
  ...more,
})
