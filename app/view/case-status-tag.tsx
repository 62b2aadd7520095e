import { useTranslation } from 'react-i18next'

import type { Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd } from '#app/kernel/definition/definition.ts'
import { Tag, type TagColour } from '#app/ui/tag/tag.tsx'

const colours: Record<CaseEnd | Whose, TagColour> = {
  applicant: 'red',
  office: 'blue',
  other: 'grey',
  granted: 'green',
  partly_granted: 'purple',
  refused: 'yellow',
  lapsed: 'grey',
  withdrawn: 'grey',
  revoked: 'red',
}

/** How a case stands, in a word: how it ended, or for whom it waits. */
export function CaseStatusTag({ end, whose }: { end: CaseEnd | null; whose: Whose }) {
  const { t } = useTranslation('cases')
  const status = end ?? whose
  return <Tag colour={colours[status]}>{t(`status.${status}`)}</Tag>
}
