import { useTranslation } from 'react-i18next'

import { NOTE_LENGTH } from '#app/kernel/case/note-length.ts'
import { RadioGroup } from '#app/ui/radio-group/radio-group.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'

import type { ReasonError } from './reason-errors.ts'

type Props = { reasons: readonly { value: string; text: string }[]; sent: { code: string; text: string } | undefined; errors: readonly ReasonError[] }

/** Why, in a word of the service's own list, and in the clerk's own words: the applicant reads both. */
export function ReasonFields({ reasons, sent, errors }: Props) {
  const { t } = useTranslation('desk')
  const wrong = (name: string) => errors.find((error) => error.name === name)?.text
  return (
    <>
      <RadioGroup name="reason" label={t('beside.reason')} items={reasons} value={sent?.code} error={wrong('reason')} />
      <TextArea name="text" label={t('decide.reason_text')} hint={t('decide.reason_text_hint')} optional rows={4} maxLength={NOTE_LENGTH} value={sent?.text} error={wrong('text')} />
    </>
  )
}
