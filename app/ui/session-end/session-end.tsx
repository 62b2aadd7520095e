import { useTranslation } from 'react-i18next'

import { Button } from '../button/button.tsx'
import { Bdi } from '../bdi/bdi.tsx'
import { Icon } from '../icon/icon.tsx'
import type { SessionEnds } from './session-ends.ts'

/**
 * Says on a page with a form until when it can be sent (the sheet hides it on others), and warns in time: enhance.js shows the
 * warning. Its button saves what is typed and stays on the page; where a page can't do that, whoever is warned sends it or goes on.
 */
export function SessionEnd({ ends: { until, warnAfterMs }, keepsForm }: { ends: SessionEnds; keepsForm: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <aside className="ot-session-end ot-no-print" aria-label={t('session.label')}>
      <p className="govuk-body ot-muted ot-small">{t('session.until')} <Bdi>{until}</Bdi></p>
      <div className="ot-session-end__warning" role="alert" data-warn-after={warnAfterMs} hidden>
        <Icon name="warning" />
        <p className="govuk-body"><strong>{t('session.warning')} <Bdi>{until}</Bdi></strong></p>
        {keepsForm ? <Button form="question-form" name="stay" value="yes" variant="secondary">{t('session.stay')}</Button> : <p className="govuk-body">{t('session.send')}</p>}
      </div>
    </aside>
  )
}
