import { type ActionFunctionArgs, redirect } from '@remix-run/node'

import { signedOut } from '#app/http/session.server.ts'
import { portalOf } from '#app/portal.server.ts'

export const loader = () => redirect('/')

export async function action({ request, context }: ActionFunctionArgs) {
  return redirect('/', { status: 303, headers: { 'Set-Cookie': await signedOut(portalOf(context), request) } })
}
