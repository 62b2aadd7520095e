import { useTranslation } from 'react-i18next'

import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { stepLabel } from '#app/view/step-label.ts'

import type { Bill } from './bill-of.ts'

/** How much, for what, to whom, by which law, by when. */
export function BillList({ bill, service, amount }: { bill: Bill; service: string; amount: string }) {
  const { t } = useTranslation(['cases', `services/${service}`, 'departments'])
  const rows = [
    { name: t('pay.amount'), value: <strong className="ot-bill__amount"><bdi>{amount}</bdi></strong> },
    { name: t('pay.what'), value: stepLabel(t, service, bill.wait) },
    { name: t('pay.payee'), value: t(`departments:${bill.payee}.name`) },
    { name: t('pay.basis'), value: t(`services/${service}:basis.${bill.wait}`) },
  ]
  const by = bill.dueAt === null ? [] : [{ name: t('pay.by'), value: <FormattedDate value={bill.dueAt - 1} /> }]
  return <SummaryList rows={[...rows, ...by]} />
}
