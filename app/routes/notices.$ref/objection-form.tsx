import { useTranslation } from 'react-i18next'

import { NOTE_LENGTH } from '#app/kernel/case/note-length.ts'
import { Button } from '#app/ui/button/button.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'

/** What somebody knows against it, once each. */
export function ObjectionForm({ text, error }: { text: string | undefined; error: string | undefined }) {
  const { t } = useTranslation('portal')
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t('notices.object')}</h2>
      <p className="govuk-body">{t('notices.protected')}</p>
      <TextArea name="text" label={t('notices.grounds')} hint={t('notices.grounds_hint')} rows={6} maxLength={NOTE_LENGTH} value={text} error={error} />
      <Button>{t('notices.button')}</Button>
    </form>
  )
}
