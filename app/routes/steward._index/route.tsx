import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireActor } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { portalOf } from '#app/portal.server.ts'
import { Button } from '#app/ui/button/button.tsx'
import { useLanguage } from '#app/ui/use-language.ts'
import { presets } from '#app/use-cases/board/period.ts'
import { listBlockedExchanges } from '#app/use-cases/registers/list-blocked-exchanges.ts'
import { stewardSources, usualPeriod } from '#app/use-cases/registers/steward-sources.ts'
import { boardAddress } from '#app/view/board/board-period.ts'
import { PeriodErrors } from '#app/view/board/period-errors.tsx'
import { PeriodForm } from '#app/view/board/period-form.tsx'
import { BlockedTable } from '#app/view/steward/blocked-table.tsx'
import { blockedView } from '#app/view/steward/blocked-view.ts'
import { EndingAgreements } from '#app/view/steward/ending-agreements.tsx'
import { QualityNotes } from '#app/view/steward/quality-notes.tsx'
import { RegisterQualitySection } from '#app/view/steward/register-quality.tsx'
import { readStewardPeriod } from '#app/view/steward/steward-period.ts'

const PAGE = 20

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { env } = portal
  const actor = await requireActor(portal, request)
  const { t, lang } = await textsFor(portal, request)
  const params = new URL(request.url).searchParams
  const usual = usualPeriod(env)
  const wish = readStewardPeriod(params, usual)
  const view = await stewardSources(env, actor, wish.ok ? wish.period : usual)
  const blocked = await listBlockedExchanges(env, actor, { limit: PAGE, after: params.get('after'), before: params.get('before') })
  if (!view || !blocked) throw notFound()
  const rows = blocked.rows.map((row) => blockedView(t, lang, env.catalogue.registers, row))
  const at = (more: Record<string, string | null>): string => `${boardAddress('/steward', wish.ok ? wish.period : usual, more)}#blocked`
  const pages = { previous: blocked.previous ? at({ before: blocked.previous }) : undefined, next: blocked.next ? at({ after: blocked.next }) : undefined }
  const data = { title: pageTitle(t, t('steward:title')), wish, presets: presets(usual.to), view, rows, pages }
  return pageData(data, { status: wish.ok ? 200 : 422, headers: { 'Cache-Control': 'no-store' } })
}

export default function Steward() {
  const { t } = useTranslation('steward')
  const language = useLanguage()
  const { wish, presets: periods, view, rows, pages } = useLoaderData<typeof loader>()
  return (
    <>
      <PeriodErrors wish={wish} />
      <h1 className="govuk-heading-l">{t('title')}</h1>
      <EndingAgreements agreements={view.ending} />
      <PeriodForm path="/steward" wish={wish} presets={periods} />
      {wish.ok && (
        <div className="ot-board">
          <p className="govuk-body ot-muted">{t('intro', { from: formatDate(wish.period.from, language), to: formatDate(wish.period.to, language) })}</p>
          {view.registers.map((quality) => <RegisterQualitySection key={quality.register} quality={quality} />)}
          <QualityNotes />
          <Button href={boardAddress('/steward.csv', wish.period)} variant="secondary">{t('export')}</Button>
        </div>
      )}
      <BlockedTable rows={rows} previous={pages.previous} next={pages.next} />
    </>
  )
}
