import { useTranslation } from 'react-i18next'

import type { QueueWish } from '#app/use-cases/view-queue.ts'
import type { QueueCounts } from '#db/store.ts'

import { queueAddress } from './queue-wish.ts'

type Card = { key: keyof QueueCounts; wish: Partial<QueueWish> }

const cards: readonly Card[] = [
  { key: 'all', wish: {} },
  { key: 'mine', wish: { holder: 'me' } },
  { key: 'unassigned', wish: { holder: 'nobody' } },
  { key: 'red', wish: { light: 'red' } },
  { key: 'yellow', wish: { light: 'yellow' } },
  { key: 'stopped', wish: { light: 'stopped' } },
]

/** The queue in numbers; each number shows its rows. */
export function QueueCards({ counts, wish }: { counts: QueueCounts; wish: QueueWish }) {
  const { t } = useTranslation('desk')
  const here = queueAddress({ ...wish, after: null, before: null })
  return (
    <nav aria-label={t('queue.cards')}>
      <ul className="ot-desk-cards">
        {cards.map(({ key, wish: target }) => {
          const href = queueAddress(target)
          return (
            <li key={key} className={`ot-desk-card ot-desk-card--${key}`}>
              <a href={href} className="ot-desk-card__link" aria-current={href === here ? 'page' : undefined}>
                <span className="ot-desk-card__count">{counts[key]}</span>
                <span className="ot-desk-card__label">{t(`queue.count.${key}`)}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
