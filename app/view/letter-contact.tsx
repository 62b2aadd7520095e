import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'

/** Whom to call about a letter. */
export function LetterContact({ department }: { department: string }) {
  const { t } = useTranslation(['letters', 'departments'])
  return <>{t(`departments:${department}.name`)} · {t('phone')} <Bdi>{t(`departments:${department}.phone`)}</Bdi></>
}
