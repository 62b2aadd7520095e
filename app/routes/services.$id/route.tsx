import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { flowPicture } from '#app/diagram/flow-picture.ts'
import { actorOf, requireCitizen } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { requireAssurance } from '#app/http/require-assurance.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { describeService } from '#app/use-cases/describe-service.ts'
import { startApplication } from '#app/use-cases/start-application.ts'

import { GuideDetails } from './guide-details.tsx'
import { GuideFacts, GuideHead } from './guide-head.tsx'
import { guideView } from './guide-view.ts'
import { StartForm } from './start-form.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await actorOf(portal, request)
  const described = await describeService(portal.env, actor, params.id ?? '')
  if (!described) throw notFound()
  const { t, lang } = await textsFor(portal, request)
  const guide = guideView(t, lang, portal.env, described)
  const picture = flowPicture(t, lang, described.definition)
  return pageData({ title: pageTitle(t, guide.title), guide, picture, viewer: actor?.kind ?? null })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const service = params.id ?? ''
  const actor = await requireCitizen(portal, request)
  const definition = Object.hasOwn(portal.env.catalogue.services, service) ? portal.env.catalogue.services[service] : undefined
  if (definition) await requireAssurance(portal, request, definition)
  const [kind, whom = ''] = String((await request.formData()).get('for') ?? '').split(':')
  const started = await startApplication(portal.env, actor, service, { company: kind === 'company' ? whom : null, mandate: kind === 'mandate' ? whom : null })
  if (started.ok) return redirect(`/apply/${started.draftId}`, 303)
  if (started.problem.code === 'not_found') throw notFound()
  const { t } = await textsFor(portal, request)
  return json({ error: t('portal:start.chooseCompany') }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Guide() {
  const { t } = useTranslation('portal')
  const { guide, picture, viewer } = useLoaderData<typeof loader>()
  const error = useActionData<typeof action>()?.error
  return (
    <>
      <BackLink href="/services" text={t('guide.back')} />
      {error && <ErrorSummary items={[{ href: '#company', text: error }]} />}
      <div className="ot-guide">
        <GuideHead guide={guide} />
        {guide.starts && (
          <aside className="ot-guide__start ot-no-print" aria-labelledby="start">
            <StartForm guide={guide} viewer={viewer} error={error} />
          </aside>
        )}
        <GuideFacts guide={guide} />
      </div>
      <GuideDetails guide={guide} picture={picture} />
    </>
  )
}
