import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group/checkbox-group.tsx'

/** The last question before nothing can be undone. */
export function EraseForm({ error }: { error: string | undefined }) {
  const { t } = useTranslation('privacy')
  return (
    <form method="post" noValidate>
      <p className="govuk-body">{t('erase.sure_text')}</p>
      <CheckboxGroup name="understood" label={t('erase.legend')} items={[{ value: 'yes', text: t('erase.understood') }]} error={error} />
      <div className="govuk-button-group">
        <Button variant="warning">{t('erase.button')}</Button>
        <a className="govuk-link" href="/my-data/retention">{t('erase.keep')}</a>
      </div>
    </form>
  )
}
