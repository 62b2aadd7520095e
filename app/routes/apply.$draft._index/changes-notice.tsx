import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'

import type { ChangesView } from './changes-view.ts'

/** Says what a new version of the service changes, until the applicant goes on by it. */
export function ChangesNotice({ changes }: { changes: ChangesView }) {
  const { t } = useTranslation('apply')
  return (
    <NotificationBanner heading={t('changes.heading')}>
      <p className="govuk-body">{t(changes.length === 0 ? 'changes.nothing' : 'changes.kept')}</p>
      {changes.map(({ sort, labels }) => (
        <div key={sort}>
          <p className="govuk-body">{t(`changes.${sort}`)}</p>
          <ul className="govuk-list govuk-list--bullet">{labels.map((label) => <li key={label}>{label}</li>)}</ul>
        </div>
      ))}
      <Form method="post">
        <input type="hidden" name="intent" value="seen" />
        <Button>{t('changes.go_on')}</Button>
      </Form>
    </NotificationBanner>
  )
}
