import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireManager } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { boardChoices, viewBoard } from '#app/use-cases/board/view-board.ts'
import { BoardCharts } from '#app/view/board/board-charts.tsx'
import { BoardFigures } from '#app/view/board/board-figures.tsx'
import { boardAddress, readPeriod } from '#app/view/board/board-period.ts'
import { DaysHistogram } from '#app/view/board/days-histogram.tsx'
import { EndsTable } from '#app/view/board/ends-table.tsx'
import { ExportLinks } from '#app/view/board/export-links.tsx'
import { OpenWorkSection } from '#app/view/board/open-work-section.tsx'
import { PeriodErrors } from '#app/view/board/period-errors.tsx'
import { PeriodForm } from '#app/view/board/period-form.tsx'
import { PeriodLine } from '#app/view/board/period-line.tsx'
import { StepTable } from '#app/view/board/step-table.tsx'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireManager(portal, request)
  const { t } = await textsFor(portal, request)
  const choices = boardChoices(portal.env)
  const service = choices.services.find((id) => id === params.id)
  if (!service) throw notFound()
  const wish = readPeriod(new URL(request.url).searchParams, choices.today)
  const board = wish.ok ? await viewBoard(portal.env, actor, { period: wish.period, service }) : null
  const title = pageTitle(t, `${t(`services/${service}:title`)} · ${t('board:title')}`)
  return pageData({ title, choices, wish, service, board }, { status: wish.ok ? 200 : 422, headers: { 'Cache-Control': 'no-store' } })
}

export default function ServiceBoardPage() {
  const { t } = useTranslation('board')
  const { choices, wish, service, board } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href={board ? boardAddress('/board', board.period) : '/board'} text={t('back')} />
      <PeriodErrors wish={wish} />
      <h1 className="govuk-heading-l">{t(`services/${service}:title`)}</h1>
      <PeriodForm path={`/board/services/${service}`} wish={wish} presets={choices.presets} />
      {board && (
        <div className="ot-board">
          <PeriodLine board={board} />
          <BoardFigures board={board} />
          <BoardCharts board={board} />
          <DaysHistogram board={board} />
          {board.steps.length > 0 && <StepTable steps={board.steps} />}
          {board.counts.done > 0 && <EndsTable counts={board.counts} />}
          <OpenWorkSection board={board} />
          <ExportLinks board={board} />
        </div>
      )}
    </>
  )
}
