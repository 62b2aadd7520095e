import { useTranslation } from 'react-i18next'

import { FlowFigure } from '#app/diagram/flow-figure.tsx'
import { Icon } from '#app/ui/icon/icon.tsx'

import type { GuideView } from './guide-view.ts'
import { Samples } from './samples.tsx'

/** The way of an application from submission to result. */
export function GuideSteps({ guide, picture }: { guide: GuideView; picture: string }) {
  const { t } = useTranslation('portal')
  return (
    <section className="ot-narrow ot-part">
      <h2 className="govuk-heading-l">{t('guide.steps')}</h2>
      <ol className="ot-route">
        {guide.steps.map(({ name, title, who, within, perhaps }) => (
          <li key={name}>
            <h3 className="govuk-heading-s">{title} {perhaps && <span className="ot-route__perhaps">{t('guide.perhaps')}</span>}</h3>
            <p className="ot-muted ot-small">{[who, within].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
      {guide.guarantee.returns > 0 && <p className="govuk-body">{t('guide.returns', { count: guide.guarantee.returns })}</p>}
      <FlowFigure svg={picture} />
      <h2 className="govuk-heading-l">{t('guide.result')}</h2>
      <ul className="ot-guide__results">
        {guide.results.map(({ title }) => <li key={title} className="ot-with-icon"><Icon name="stamp" />{title}</li>)}
      </ul>
      <p className="govuk-body">{t('guide.resultText')}</p>
      <Samples samples={guide.results} />
    </section>
  )
}
