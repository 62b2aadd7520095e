import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { TextField } from '#app/ui/text-field/text-field.tsx'

/** Where the code of a certificate is typed in. */
export function VerifyForm({ value }: { value?: string }) {
  const { t } = useTranslation('certificate')
  return (
    <form method="get" action="/verify">
      <TextField name="code" label={t('verify.field')} hint={t('verify.hint')} value={value} maxLength={60} spellCheck={false} autoComplete="off" />
      <Button>{t('verify.button')}</Button>
    </form>
  )
}
