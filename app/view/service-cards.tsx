import { useTranslation } from 'react-i18next'

import { Icon } from '#app/ui/icon/icon.tsx'
import { isIconName } from '#app/ui/icon/icons.ts'
import { Tag } from '#app/ui/tag/tag.tsx'

import type { ServiceCard } from './service-card.ts'

/** Services side by side; all of a card is the link to its guide. */
export function ServiceCards({ cards }: { cards: readonly ServiceCard[] }) {
  return (
    <ul className="ot-grid ot-services">
      {cards.map((card) => <Card key={card.id} {...card} />)}
    </ul>
  )
}

function Card({ id, title, summary, outcome, icon, promise, trips, atHome }: ServiceCard) {
  const { t } = useTranslation('portal')
  return (
    <li className="ot-card ot-service">
      <span className="ot-service__icon"><Icon name={isIconName(icon) ? icon : 'file'} /></span>
      <h3 className="govuk-heading-m"><a className="govuk-link ot-card__link" href={`/services/${id}`}>{title}</a></h3>
      <p className="govuk-body">{summary}</p>
      <p className="ot-service__outcome ot-with-icon"><Icon name="issued" />{outcome}</p>
      <p className="ot-service__facts">
        <Tag colour={atHome ? 'green' : 'blue'}>{trips}</Tag>
        <span className="ot-with-icon"><Icon name="clock" />{t('card.promise', { days: promise })}</span>
      </p>
    </li>
  )
}
