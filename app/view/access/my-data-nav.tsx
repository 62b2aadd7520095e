import { useTranslation } from 'react-i18next'

import type { DataSubject } from '#app/use-cases/whose-data.ts'

import { accessAddress } from './access-wish.ts'
import { WhoseForm } from './whose-form.tsx'

const pages = { records: '/my-data', access: '/my-data/access', retention: '/my-data/retention' } as const

type Props = { at: keyof typeof pages; whose: Pick<DataSubject, 'key'>; choices: readonly Pick<DataSubject, 'key' | 'relation' | 'name'>[] }

/** The pages about somebody's data, how long it is kept, the way to those who act for others, and whose data it is. */
export function MyDataNav({ at, whose, choices }: Props) {
  const { t } = useTranslation('mydata')
  return (
    <>
      <nav className="ot-tabs ot-no-print" aria-label={t('nav.label')}>
        <ul>
          {(['records', 'access'] as const).map((page) => (
            <li key={page}><a href={accessAddress(pages[page], { of: whose.key, typed: {} })} aria-current={page === at ? 'page' : undefined}>{t(`nav.${page}`)}</a></li>
          ))}
          <li><a href={pages.retention} aria-current={at === 'retention' ? 'page' : undefined}>{t('nav.retention')}</a></li>
          <li><a href="/mandates">{t('nav.mandates')}</a></li>
        </ul>
      </nav>
      {choices.length > 1 && <WhoseForm path={pages[at]} whose={whose} choices={choices} />}
    </>
  )
}
