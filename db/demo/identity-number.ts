/** Weights and check characters of GB 11643-1999 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** No place was ever given an area code that begins with 99: these numbers are nobody's. */
const AREA = '990101'

/**
 * An invented identity number with a correct check digit.
 * @param birthDate YYYY-MM-DD
 * @param order 0 to 999
 */
export function identityNumber(birthDate: string, order: number): string {
  const body = `${AREA}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return body + checkDigit(body)
}

/** @param body the first 17 digits */
export function checkDigit(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return CHECKS[sum % 11] ?? '0'
}
