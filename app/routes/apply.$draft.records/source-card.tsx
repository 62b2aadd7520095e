import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { AnswerList } from '#app/view/answer-list.tsx'

import type { SourceGroup } from './records-view.ts'

/** What one register gave, and the way not to use it. */
export function SourceCard({ draft, id, name, owner, rows }: Pick<SourceGroup, 'id' | 'name' | 'owner' | 'rows'> & { draft: string }) {
  const { t } = useTranslation('apply')
  return (
    <section className="ot-source-card" aria-label={name}>
      <AnswerList title={name} rows={rows} draft={draft} from="records" />
      <form method="post" className="ot-source-card__foot">
        <span className="ot-small ot-muted">{t('records.keptBy', { department: owner })}</span>
        <input type="hidden" name="register" value={id} />
        <button className="ot-link-button" name="intent" value="decline">{t('records.decline')}<span className="govuk-visually-hidden">: {name}</span></button>
      </form>
    </section>
  )
}

/** A register that gave nothing: why, and the way to try it. */
export function SilentSource({ id, name, standing, phone }: SourceGroup) {
  const { t } = useTranslation('apply')
  const canTry = standing !== 'no_agreement'
  return (
    <li className="ot-silent-source">
      <p className="govuk-body"><strong>{name}</strong><br />{t(`records.standing.${standing}`, { phone })}</p>
      {canTry && (
        <form method="post">
          <input type="hidden" name="register" value={id} />
          <input type="hidden" name="intent" value="agree" />
          <Button variant="secondary">{t(standing === 'declined' ? 'records.agree' : 'records.again')}<span className="govuk-visually-hidden">: {name}</span></Button>
        </form>
      )}
    </li>
  )
}
