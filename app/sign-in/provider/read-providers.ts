import ipaddr from 'ipaddr.js'
import { z } from 'zod'

import { assurances } from '#app/kernel/assurance.ts'

import type { Provider } from './provider.ts'

/** Words that are addresses of their own below /sign-in. */
const TAKEN = new Set(['more'])
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

const text = z.string().min(1).max(200)
const isHttps = (address: string): boolean => {
  const url = new URL(address)
  return url.protocol === 'https:' || LOOPBACK.has(url.hostname)
}

const providerSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/).refine((id) => !TAKEN.has(id)),
  issuer: z.url({ protocol: /^https?$/ }).refine(isHttps),
  client_id: text,
  client_secret: text,
  name: z.strictObject({ 'zh-CN': text, en: text, ar: text }),
  for: z.enum(['citizens', 'staff']),
  identity_claim: text,
  name_claim: text.default('name'),
  scope: z.string().regex(/(^| )openid( |$)/).default('openid profile'),
  levels: z.record(text, z.enum(assurances)).default({}),
  second_factor: z.strictObject({ acr: z.array(text).default([]), amr: z.array(text).default([]) }).default({ acr: [], amr: [] }),
  end_session: z.boolean().default(false),
  addresses: z.array(z.string().refine((network) => ipaddr.isValidCIDR(network))).default([]),
})

const providersSchema = z.array(providerSchema).refine((all) => new Set(all.map(({ id }) => id)).size === all.length)

/** The providers that a setting describes, in its order; null when it is not as docs/operations.md says. What it says is never repeated: secrets are in it. */
export function readProviders(json: string): Provider[] | null {
  try {
    return providersSchema.parse(JSON.parse(json)).map(providerFrom)
  } catch {
    return null
  }
}

function providerFrom({ client_id, client_secret, identity_claim, name_claim, second_factor, end_session, ...rest }: z.infer<typeof providerSchema>): Provider {
  return { ...rest, clientId: client_id, clientSecret: client_secret, identityClaim: identity_claim, nameClaim: name_claim, secondFactor: second_factor, endSession: end_session }
}
