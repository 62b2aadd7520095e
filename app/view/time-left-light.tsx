import { useTranslation } from 'react-i18next'

import type { TimeLeft } from '#app/use-cases/time-left.ts'
import { Light } from '#app/ui/light/light.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'

/** Working days left in words, with the light; a stopped clock says so. */
export function TimeLeftLight({ left }: { left: TimeLeft }) {
  const { t } = useTranslation('time')
  if (left.light === 'stopped' || left.days === null) return <Tag colour="grey">{t('stopped')}</Tag>
  const text = left.days < 0 ? t('overdue', { count: -left.days }) : left.days === 0 ? t('due_today') : t('left', { count: left.days })
  return <Light colour={left.light}>{text}</Light>
}
