import { z } from 'zod'

const attemptSchema = z.strictObject({ provider: z.string(), state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() })

/** A sign-in that has begun and not ended. */
export type Attempt = z.infer<typeof attemptSchema>

export const readAttempt = (json: string): Attempt => attemptSchema.parse(JSON.parse(json))
