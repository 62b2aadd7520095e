/** Alphabets and weights of GB 32100-2015 (unified social credit code) and GB 11714-1997 (organisation code). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** 91: a company registered with market regulation; 990101: an area code that no place was ever given. */
const PREFIX = '91990101'

/** An invented company code with correct check characters. @param order 0 to 99,999,999 */
export function creditCode(order: number): string {
  const organisation = String(order).padStart(8, '0')
  const body = PREFIX + organisation + organisationCheck(organisation)
  return body + creditCheck(body)
}

function organisationCheck(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** @param body the first 17 characters */
export function creditCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(body[i] ?? '0'), 0)
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '0'
}
