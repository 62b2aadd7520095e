import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group/checkbox-group.tsx'

/** The declaration and the one button that hands everything in. */
export function SubmitForm({ error }: { error: string | undefined }) {
  const { t } = useTranslation('apply')
  return (
    <form method="post" noValidate>
      <CheckboxGroup
        name="declared"
        label={t('review.declaration')}
        size="m"
        hint={t('review.shared')}
        error={error}
        items={[{ value: 'yes', text: t('review.declare') }]}
      />
      <Button preventDoubleClick>{t('review.submit')}</Button>
    </form>
  )
}
