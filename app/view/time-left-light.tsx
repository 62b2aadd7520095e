import type { TFunction } from 'i18next'

import type { TimeLeft } from '#app/use-cases/time-left.ts'
import { Light } from '#app/ui/light/light.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'

/** Working days left in words, with the light; a stopped clock says so. @param t the caller's: a queue asks for one of these a row */
export function TimeLeftLight({ left, t }: { left: TimeLeft; t: TFunction }) {
  if (left.light === 'stopped' || left.days === null) return <Tag colour="grey">{t('time:stopped')}</Tag>
  const text = left.days < 0 ? t('time:overdue', { count: -left.days }) : left.days === 0 ? t('time:due_today') : t('time:left', { count: left.days })
  return <Light colour={left.light}>{text}</Light>
}
