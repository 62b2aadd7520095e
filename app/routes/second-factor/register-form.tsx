import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { TextField } from '#app/ui/text-field/text-field.tsx'

type Props = { options: string; returnTo: string; first: boolean; error: string | undefined }

/** Registers a key on an invitation; the page's script speaks to it. @param first they have none yet */
export function RegisterForm({ options, returnTo, first, error }: Props) {
  const { t } = useTranslation('signin')
  return (
    <form method="post" noValidate data-factor="create" data-options={options}>
      <h2 className="govuk-heading-m">{t(first ? 'factor.register.first' : 'factor.register.another')}</h2>
      <input type="hidden" name="use" value="register" />
      <input type="hidden" name="returnTo" value={returnTo} />
      <input type="hidden" name="response" />
      <TextField name="code" label={t('factor.register.code')} hint={t('factor.register.hint')} error={error} width={30} autoComplete="one-time-code" spellCheck={false} maxLength={60} />
      <p className="govuk-error-message" role="alert" data-failed hidden>{t('factor.wrong.wrong_key')}</p>
      <Button variant={first ? 'primary' : 'secondary'}>{t('factor.register.button')}</Button>
    </form>
  )
}
