import { randomBytes } from 'node:crypto'

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { requireCitizenOf } from '#app/http/require-assurance.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { PRIVATE, requireCase } from '#app/http/require-case.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { payFee } from '#app/use-cases/pay-fee.ts'
import { showMoney } from '#app/view/show-value.ts'

import { billOf } from './bill-of.ts'
import { BillList } from './bill-list.tsx'
import { PayForm } from './pay-form.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { followed } = await requireCase(portal, request, params.ref)
  const { ref, service } = followed.state
  const bill = billOf(followed, params.wait ?? '')
  if (!bill) throw redirect(`/cases/${ref}`, 303)
  const { t, lang } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('cases:pay.title')), ref, service, bill, amount: showMoney(bill.amount, lang), demo: portal.demo }, { headers: PRIVATE })
}

/** Stands in for a payment provider, in the demonstration only: books what the page has shown. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizenOf(portal, request, params.ref)
  if (!portal.demo) throw notFound()
  const amount = Number((await request.formData()).get('amount'))
  const payment = { wait: params.wait ?? '', amount, reference: `demo-${randomBytes(8).toString('hex')}` }
  const paid = await payFee(portal.env, actor, params.ref ?? '', payment)
  if (!paid.ok && paid.problem.code === 'not_found') throw notFound()
  // Another amount is due by now: they look again.
  if (!paid.ok && paid.problem.code === 'wrong_amount') return redirect(`/cases/${params.ref}/pay/${params.wait}`, 303)
  // Pressed twice: the first one has paid, and has said so.
  if (!paid.ok && paid.problem.code !== 'too_late') return redirect(`/cases/${params.ref}`, 303)
  const notice = paid.ok ? 'cases:notice.paid' : 'cases:notice.too_late'
  return redirect(`/cases/${params.ref}`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, notice) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Pay() {
  const { ref, service, bill, amount, demo } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['cases', `services/${service}`])
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${ref}`} text={t('back_to_case')} />
      <p className="govuk-caption-l">{t(`services/${service}:title`)} · <Bdi>{ref}</Bdi></p>
      <h1 className="govuk-heading-l">{t('pay.title')}</h1>
      <p className="govuk-body">{t(`services/${service}:waits.${bill.wait}`)}</p>
      <BillList bill={bill} service={service} amount={amount} />
      <PayForm bill={bill} amount={amount} demo={demo} />
    </div>
  )
}
