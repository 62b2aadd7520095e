import { type ActionFunctionArgs, redirect } from '@remix-run/node'

import { updatePreferences } from '#app/i18n/preferences.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { isSecure } from '#app/sign-in/sign-in.ts'

export const loader = () => redirect('/')

/** Language, text size and theme, from the forms in the header and the footer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { setCookie, returnTo } = await updatePreferences(request, await request.formData(), isSecure(portalOf(context).signIn))
  return redirect(returnTo, { status: 303, headers: { 'Set-Cookie': setCookie } })
}
