import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireManager } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { boardChoices, viewBoard } from '#app/use-cases/board/view-board.ts'
import { BoardCharts } from '#app/view/board/board-charts.tsx'
import { BoardFigures } from '#app/view/board/board-figures.tsx'
import { readPeriod } from '#app/view/board/board-period.ts'
import { DepartmentTable } from '#app/view/board/department-table.tsx'
import { ExportLinks } from '#app/view/board/export-links.tsx'
import { OpenWorkSection } from '#app/view/board/open-work-section.tsx'
import { PeriodErrors } from '#app/view/board/period-errors.tsx'
import { PeriodForm } from '#app/view/board/period-form.tsx'
import { PeriodLine } from '#app/view/board/period-line.tsx'
import { ServiceTable } from '#app/view/board/service-table.tsx'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireManager(portal, request)
  const { t } = await textsFor(portal, request)
  const params = new URL(request.url).searchParams
  const choices = boardChoices(portal.env)
  const wish = readPeriod(params, choices.today)
  const service = params.get('service') || null
  const board = wish.ok ? await viewBoard(portal.env, actor, { period: wish.period, service }) : null
  if (wish.ok && !board) throw notFound()
  const title = pageTitle(t, t('board:title'))
  return pageData({ title, choices, wish, service, board }, { status: wish.ok ? 200 : 422, headers: { 'Cache-Control': 'no-store' } })
}

export default function BoardPage() {
  const { t } = useTranslation('board')
  const { choices, wish, service, board } = useLoaderData<typeof loader>()
  return (
    <>
      <PeriodErrors wish={wish} />
      <h1 className="govuk-heading-l">{t('title')}</h1>
      <PeriodForm path="/board" wish={wish} presets={choices.presets} services={{ names: choices.services, chosen: service }} />
      {board && (
        <div className="ot-board">
          <PeriodLine board={board} />
          <BoardFigures board={board} />
          <BoardCharts board={board} />
          <OpenWorkSection board={board} />
          <ServiceTable board={board} />
          {board.departments.length > 0 && <DepartmentTable rows={board.departments} />}
          <ExportLinks board={board} />
        </div>
      )}
    </>
  )
}
