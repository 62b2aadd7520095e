/** Weights and check characters of GB 11643-1999 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** Is its last character the one that the others ask for? Numbers of other documents have none, and pass. */
export function hasSoundCheckDigit(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return true
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return CHECKS[sum % 11] === number[17]
}
