import { giveKey } from '#app/sign-in/second-factor/give-key.ts'
import { readAssertion, readRegistration } from '#app/sign-in/second-factor/read-response.ts'
import { type NotRegistered, registerKey } from '#app/sign-in/second-factor/register-key.ts'
import type { SignedIn } from '#app/sign-in/session/current-session.ts'
import type { Environment } from '#app/use-cases/environment.ts'

/** Takes a key that was given, or registers one on an invitation. Null: it was right. */
export async function takeFactor(env: Environment, signedIn: SignedIn, origin: string, form: FormData): Promise<NotRegistered | null> {
  if (form.get('use') === 'register') {
    const response = readRegistration(form.get('response'))
    return response ? registerKey(env, signedIn, origin, String(form.get('code') ?? ''), response) : 'wrong_key'
  }
  const response = readAssertion(form.get('response'))
  return response && (await giveKey(env, signedIn, origin, response)) ? null : 'wrong_key'
}
