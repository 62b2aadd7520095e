import { z } from 'zod'

import type { Environment } from '#app/use-cases/environment.ts'

import { hashOf, newSecret } from '../secret.ts'
import { seal, unseal } from './seal.ts'

/** What somebody typed, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>

/** How long what was typed waits for whose it is. */
export const KEPT_MS = 3_600_000

const typedSchema = z.record(z.string(), z.string())

/** One person's form of one page: nobody else's, and no other page's. */
type About = { person: string; path: string }
const nameOf = ({ person, path }: About): string => `${person}\n${path}`

/** Keeps what was typed, readable only with the secret. @returns the secret, for the browser alone */
export async function keepForm({ store, now }: Environment, about: About, typed: Typed): Promise<string> {
  const secret = newSecret()
  await store.once.put('kept_form', hashOf(secret, nameOf(about)), seal(secret, nameOf(about), JSON.stringify(typed)), now() + KEPT_MS)
  return secret
}

/** What was kept, once; null when there is nothing, or it is somebody else's or another page's. */
export async function takeForm({ store, now }: Environment, about: About, secret: string): Promise<Typed | null> {
  const box = await store.once.take('kept_form', hashOf(secret, nameOf(about)), now())
  const text = box === null ? null : unseal(secret, nameOf(about), box)
  return text === null ? null : typedSchema.parse(JSON.parse(text))
}
