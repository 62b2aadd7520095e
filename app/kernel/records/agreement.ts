/**
 * Which fields of a register a service may read, what for, by which law and until when: one agreement for each service
 * and register. Without one nothing is read (Regulation on government data sharing, art. 12: purpose and scope in writing).
 */
export type Agreement = {
  id: string
  service: string
  register: string
  /** By entity. */
  fields: Readonly<Record<string, readonly string[]>>
  /** Names its text (locales, namespace `agreements`). */
  purpose: string
  legal: string
  /** The last day it holds, YYYY-MM-DD. */
  until: string
  /** The desk of the register's owner that answers for it. */
  steward: string
}

/** Why fields may not be read. */
export type Unagreed = 'no_agreement' | 'expired' | 'not_in_agreement'

/**
 * What an agreement lets through of the fields wanted, and what it does not and why.
 * @param today YYYY-MM-DD
 */
export function agreed<Wanted extends { entity: string; field: string }>(agreement: Agreement | undefined, wanted: readonly Wanted[], today: string): { may: readonly Wanted[]; mayNot: readonly (Wanted & { why: Unagreed })[] } {
  if (!agreement) return { may: [], mayNot: wanted.map((one) => ({ ...one, why: 'no_agreement' })) }
  if (today > agreement.until) return { may: [], mayNot: wanted.map((one) => ({ ...one, why: 'expired' })) }
  const isCovered = ({ entity, field }: Wanted): boolean => Object.hasOwn(agreement.fields, entity) && agreement.fields[entity]?.includes(field) === true
  return { may: wanted.filter(isCovered), mayNot: wanted.filter((one) => !isCovered(one)).map((one) => ({ ...one, why: 'not_in_agreement' })) }
}
