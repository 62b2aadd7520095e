import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/).max(10_000)
const shared = { id: base64url, rawId: base64url, type: z.literal('public-key'), clientExtensionResults: z.looseObject({}) }
const registration = z.object({ ...shared, response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports: z.array(z.string().max(30)).max(10).optional() }) })
const assertion = z.object({ ...shared, response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.nullish() }) })

/** What `PublicKeyCredential.toJSON()` sent, in its shape if in nothing else; null otherwise. */
export const readRegistration = (text: FormDataEntryValue | null): RegistrationResponseJSON | null => read(registration, text) as RegistrationResponseJSON | null
export const readAssertion = (text: FormDataEntryValue | null): AuthenticationResponseJSON | null => read(assertion, text) as AuthenticationResponseJSON | null

function read<T>(schema: z.ZodType<T>, text: FormDataEntryValue | null): T | null {
  try {
    return schema.safeParse(JSON.parse(typeof text === 'string' ? text : '')).data ?? null
  } catch {
    return null
  }
}
