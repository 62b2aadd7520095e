import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { WarningText } from '#app/ui/warning-text/warning-text.tsx'

import type { Bill } from './bill-of.ts'

/** The demonstration's button; elsewhere, how to pay. */
export function PayForm({ bill, amount, demo }: { bill: Bill; amount: string; demo: boolean }) {
  const { t } = useTranslation(['cases', 'departments'])
  if (!demo) return <InsetText>{t('pay.counter', { department: t(`departments:${bill.payee}.name`) })}</InsetText>
  return (
    <form method="post">
      <WarningText>{t('pay.demo')}</WarningText>
      <input type="hidden" name="amount" value={bill.amount} />
      <Button>{t('pay.button', { amount })}</Button>
    </form>
  )
}
