import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'

/** Asks for a key that is registered; the page's script speaks to it. */
export function GiveForm({ options, returnTo }: { options: string; returnTo: string }) {
  const { t } = useTranslation('signin')
  return (
    <form method="post" data-factor="get" data-options={options}>
      <input type="hidden" name="use" value="give" />
      <input type="hidden" name="returnTo" value={returnTo} />
      <input type="hidden" name="response" />
      <p className="govuk-body">{t('factor.give.text')}</p>
      <p className="govuk-error-message" role="alert" data-failed hidden>{t('factor.wrong.wrong_key')}</p>
      <Button>{t('factor.give.button')}</Button>
    </form>
  )
}
