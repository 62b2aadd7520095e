import { useTranslation } from 'react-i18next'

import { Icon } from '#app/ui/icon/icon.tsx'
import type { IconName } from '#app/ui/icon/icons.ts'

const verbs = [
  { key: 'find', href: '/services', icon: 'search' },
  { key: 'apply', href: '#services', icon: 'edit' },
  { key: 'follow', href: '/cases', icon: 'route' },
  { key: 'ask', href: '/help', icon: 'question' },
] as const satisfies readonly { key: string; href: string; icon: IconName }[]

/** The four things people come for. */
export function Verbs() {
  const { t } = useTranslation('portal')
  return (
    <nav className="ot-verbs" aria-label={t('verbs.label')}>
      <ul>
        {verbs.map(({ key, href, icon }) => (
          <li key={key}>
            <a href={href}>
              <Icon name={icon} />
              <span><strong>{t(`verbs.${key}.title`)}</strong> <span className="ot-verbs__text">{t(`verbs.${key}.text`)}</span></span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
