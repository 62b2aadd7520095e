import { useTranslation } from 'react-i18next'

import { NOTE_LENGTH } from '#app/kernel/case/note-length.ts'
import { Button } from '#app/ui/button/button.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'

/** What came of an alert; there is always something to say. */
export function CloseForm({ sent }: { sent?: { note: string; error: string } }) {
  const { t } = useTranslation('security')
  return (
    <form className="ot-narrow" method="post" noValidate>
      <TextArea name="note" label={t('close.note')} hint={t('close.hint')} value={sent?.note} error={sent?.error} maxLength={NOTE_LENGTH} size="m" />
      <Button>{t('close.button')}</Button>
    </form>
  )
}
