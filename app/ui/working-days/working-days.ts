import { type TFunction } from 'i18next'

/** "13 working days", in words of the language. `t` is that of the namespace `ui`. */
export const workingDays = (t: TFunction<'ui'>, count: number): string => t('days.working', { count })

/** Days left before a date is due: negative when it has passed. */
export function daysLeft(t: TFunction<'ui'>, count: number): string {
  if (count === 0) return t('days.dueToday')
  return count > 0 ? t('days.left', { count }) : t('days.over', { count: -count })
}
