import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Icon } from '#app/ui/icon/icon.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'

import type { Need, NeedsView } from './needs-of.ts'

/** Above all else on the home page: what goes no further without the reader. */
export function Needs({ items, more }: NeedsView) {
  const { t } = useTranslation('portal')
  return (
    <section className="ot-needs ot-full" aria-labelledby="needs">
      <div>
        <div className="ot-spread">
          <h2 className="govuk-heading-m" id="needs">{t('needs.heading')}</h2>
          <a className="govuk-link" href="/cases">{more > 0 ? t('needs.more', { count: more }) : t('needs.all')}</a>
        </div>
        <ul className="ot-needs__list">
          {items.map((item) => <Item key={item.href} {...item} />)}
        </ul>
      </div>
    </section>
  )
}

function Item({ kind, href, service, ref, at }: Need) {
  const { t } = useTranslation('portal')
  const urgent = kind !== 'draft' && kind !== 'renew'
  return (
    <li className={urgent ? 'ot-card ot-card--urgent' : 'ot-card'}>
      <p className="ot-needs__title"><a className="govuk-link ot-card__link" href={href}>{service}</a></p>
      <p className="ot-needs__what">
        <Tag colour={urgent ? 'red' : 'yellow'}>{t(`needs.${kind}.tag`)}</Tag>
        <span>{t(`needs.${kind}.todo`)}</span>
      </p>
      <p className="ot-muted ot-small ot-needs__when">
        {ref ? <Bdi>{ref}</Bdi> : <>{t(kind === 'renew' ? 'needs.until' : 'needs.saved')} <FormattedDate value={at} format="short" /></>}
        <Icon name="next" />
      </p>
    </li>
  )
}
