import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { withNotice } from '#app/http/session.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { Button } from '#app/ui/button/button.tsx'
import { resumeCase } from '#app/use-cases/resume-case.ts'
import { ActPage } from '#app/view/beside/act-page.tsx'
import { loadBeside } from '#app/view/beside/load-beside.server.ts'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export const loader = (args: LoaderFunctionArgs) => loadBeside(args, 'resume')

export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const done = await resumeCase(portal.env, actor, params.ref ?? '')
  if (!done.ok && done.problem.code === 'not_found') throw notFound()
  const headers = { 'Set-Cookie': await withNotice(portal, request, done.ok ? 'desk:notice.resume' : 'desk:notice.stale') }
  return redirect(`/desk/cases/${params.ref}`, { status: 303, headers })
}

export default function Resume() {
  const { t } = useTranslation('desk')
  const { view } = useLoaderData<typeof loader>()
  return (
    <ActPage view={view} errors={[]}>
      <p className="govuk-body">{t('beside.resume.text')}</p>
      <form method="post">
        <Button>{t('beside.resume.button')}</Button>
      </form>
    </ActPage>
  )
}
