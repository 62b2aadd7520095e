import type { Assurance } from '#app/kernel/assurance.ts'

import { hasSoundCheckDigit } from './identity-number.ts'
import type { Provider } from './provider.ts'

export type Claims = Readonly<Record<string, unknown>>

/** Who a provider says somebody is, and how sure it is. */
export type Known = { identity: string; name: string; vouched: { assurance: Assurance; secondFactor: boolean } }

/** Null when the claims name nobody, or an identity number that can be nobody's. */
export function readClaims(provider: Provider, claims: Claims): Known | null {
  const identity = textOf(claims[provider.identityClaim])?.toUpperCase()
  const name = textOf(claims[provider.nameClaim])
  if (provider.for === 'staff') return identity === undefined ? null : { identity: textOf(claims[provider.identityClaim]) ?? '', name: name ?? '', vouched: vouchedBy(provider, claims) }
  if (identity === undefined || name === undefined || !hasSoundCheckDigit(identity)) return null
  return { identity, name, vouched: vouchedBy(provider, claims) }
}

function vouchedBy({ levels, secondFactor }: Provider, claims: Claims): Known['vouched'] {
  const acr = textOf(claims['acr']) ?? ''
  const amr = Array.isArray(claims['amr']) ? claims['amr'] : []
  return { assurance: Object.hasOwn(levels, acr) ? (levels[acr] ?? 'low') : 'low', secondFactor: secondFactor.acr.includes(acr) || secondFactor.amr.some((one) => amr.includes(one)) }
}

function textOf(claim: unknown): string | undefined {
  const text = typeof claim === 'string' ? claim.normalize('NFC').trim() : ''
  return text === '' || text.length > 200 ? undefined : text
}
