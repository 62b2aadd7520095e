import { hash, randomBytes } from 'node:crypto'

/** 256 random bits, as text for a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Under which the store knows what belongs to a secret: nobody who reads the store can say the secret. */
export const hashOf = (...parts: readonly string[]): string => hash('sha256', parts.join('\n'), 'base64url')
