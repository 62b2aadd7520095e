import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'

import type { Need } from './needs-view.ts'

/** Above all else: what goes no further without the applicant, then what is still to come from others. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  return needs.map((need) => <NeedBanner key={need.key} need={need} />)
}

function NeedBanner({ need: { urgent, heading, lines, text, by, link } }: { need: Need }) {
  const { t } = useTranslation('cases')
  return (
    <NotificationBanner tone={urgent ? 'urgent' : 'info'} title={urgent ? undefined : t('status.other')} heading={heading}>
      {lines.length > 0 && <ul className="govuk-list govuk-list--bullet">{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
      {text && <p className="govuk-body">{text}</p>}
      {by && <p className="govuk-body">{by}</p>}
      {link && <Button href={link.href}>{link.text}</Button>}
    </NotificationBanner>
  )
}
