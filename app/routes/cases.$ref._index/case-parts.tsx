import { useTranslation } from 'react-i18next'

import { CaseStatusTag } from '#app/view/case-status-tag.tsx'

import type { Part } from './parts-view.ts'

/** What a life event consists of: each part with how it stands, since each is decided by itself. */
export function CaseParts({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation('cases')
  if (parts.length === 0) return null
  const done = parts.filter((part) => part.status?.end != null).length
  return (
    <section aria-labelledby="parts">
      <h2 className="govuk-heading-m" id="parts">{t('parts.heading')}</h2>
      <p className="govuk-body">{t('parts.done', { done, count: parts.length })}</p>
      <ul className="ot-parts">
        {parts.map((part) => (
          <li key={part.name} className={part.status?.whose === 'applicant' && part.status.end === null ? 'ot-card ot-card--urgent' : 'ot-card'}>
            <h3 className="ot-case-list__title">{part.href ? <a className="govuk-link ot-card__link" href={part.href}>{part.title}</a> : part.title}</h3>
            {part.status && <p className="ot-cluster ot-case-list__line"><CaseStatusTag end={part.status.end} whose={part.status.whose} /></p>}
            {part.line && <p className="ot-muted ot-small ot-case-list__line">{part.line}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
