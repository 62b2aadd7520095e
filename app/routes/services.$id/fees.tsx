import { useTranslation } from 'react-i18next'

import type { Fee } from './fees-of.ts'

/** What is to be paid on the way, or that nothing is. */
export function Fees({ fees }: { fees: readonly Fee[] }) {
  const { t } = useTranslation('portal')
  if (fees.length === 0) return <strong>{t('guide.free')}</strong>
  return (
    <ul className="ot-fees">
      {fees.map(({ name, amount, basis, perhaps }) => (
        <li key={name}>
          <strong><bdi>{amount}</bdi></strong> {perhaps ? t('guide.inSomeCases', { text: name }) : name}
          <span className="ot-muted ot-small">{t('guide.basis')} <bdi>{basis}</bdi></span>
        </li>
      ))}
    </ul>
  )
}
