import { isWeakSecret } from './is-weak-secret.ts'
import type { ProductionCheck } from './production-check.ts'

const MAKE = 'make one with: openssl rand -base64 32, and put it into a file that SESSION_SECRET_FILE names'

export const sessionSecret: ProductionCheck = ({ SESSION_SECRET }) => {
  if (SESSION_SECRET === undefined) return [`SESSION_SECRET is not set: ${MAKE}`]
  return isWeakSecret(SESSION_SECRET) ? [`SESSION_SECRET can be guessed or is shorter than 32 bytes: ${MAKE}`] : []
}
