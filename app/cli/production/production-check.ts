import type { Settings } from '#app/env.server.ts'

/** What keeps the portal from serving real people: a sentence for each setting that is missing or weak, saying what to set and how to make one. No secret is in it. */
export type ProductionCheck = (settings: Settings) => readonly string[]
