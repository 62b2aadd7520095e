import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { lookAtOwnRecords } from '#app/use-cases/look-at-own-records.ts'
import { registersOn } from '#app/use-cases/registers-on.ts'
import { whoseData } from '#app/use-cases/whose-data.ts'
import { MyDataNav } from '#app/view/access/my-data-nav.tsx'

import { HeldRecords } from './held-records.tsx'
import { nameRegister } from './name-registers.ts'
import { ownRecordsView } from './own-records-view.ts'
import { RegisterList } from './register-list.tsx'

/** The registers that keep something on somebody; with `register`, what this one holds, read now and logged as a look. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { t, lang } = await textsFor(portal, request)
  const params = new URL(request.url).searchParams
  const choices = await whoseData(portal.env, actor)
  const whose = choices.find(({ key }) => key === (params.get('of') ?? ''))
  if (!whose) throw notFound()
  const register = params.get('register')
  const looked = register === null ? null : await lookAtOwnRecords(portal.env, actor, whose.key, register)
  if (register !== null && !looked) throw notFound()
  const held = looked && ownRecordsView(t, lang, looked)
  const registers = held ? [] : registersOn(portal.env, whose.kind).map(nameRegister(t))
  const title = pageTitle(t, held ? t('mydata:records.what', { register: held.name }) : t('mydata:records.title'))
  const named = choices.map(({ key, relation, name }) => ({ key, relation, name }))
  return pageData({ title, whose: { key: whose.key, name: whose.name }, choices: named, held, registers }, { headers: PRIVATE })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function MyData() {
  const { t } = useTranslation('mydata')
  const { whose, choices, held, registers } = useLoaderData<typeof loader>()
  if (held) return <HeldRecords of={whose.key} whose={whose.name} held={held} />
  return (
    <>
      <h1 className="govuk-heading-l">{t('records.title')}</h1>
      <MyDataNav at="records" whose={whose} choices={choices} />
      <p className="govuk-body ot-narrow">{t('records.intro')}</p>
      <RegisterList of={whose.key} registers={registers} />
    </>
  )
}
