import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'
import { Icon } from '#app/ui/icon/icon.tsx'

import { GuideQuestions } from './guide-questions.tsx'
import { GuideSteps } from './guide-steps.tsx'
import type { GuideView } from './guide-view.ts'

/** Below the first screen: what is needed, how it goes, what the law says. */
export function GuideDetails({ guide, picture }: { guide: GuideView; picture: string }) {
  const { t } = useTranslation('portal')
  return (
    <>
      <h2 className="govuk-heading-l">{t('guide.need')}</h2>
      <div className="ot-columns ot-columns--even ot-needed">
        <Held held={guide.held} saved={guide.saved} />
        <Asked asked={guide.asked} />
      </div>
      {guide.requirements.length > 0 && (
        <section className="ot-part">
          <h2 className="govuk-heading-l">{t('guide.requirements')}</h2>
          <ul className="govuk-list govuk-list--bullet ot-narrow">
            {guide.requirements.map((text) => <li key={text}>{text}</li>)}
          </ul>
        </section>
      )}
      <GuideSteps guide={guide} picture={picture} />
      <GuideQuestions questions={guide.questions} />
      <div className="ot-narrow">
        <Details summary={t('guide.legal')}>
          <ul className="govuk-list">
            {guide.legal.map((law) => <li key={law} className="ot-with-icon"><Icon name="law" /><bdi>{law}</bdi></li>)}
          </ul>
        </Details>
      </div>
    </>
  )
}

function Held({ held, saved }: Pick<GuideView, 'held' | 'saved'>) {
  const { t } = useTranslation('portal')
  return (
    <section className="ot-card ot-needed__held">
      <Icon name="database" />
      <h3 className="govuk-heading-m">{t('guide.held')}</h3>
      <p className="govuk-body">{t('guide.heldText')}</p>
      <p className="govuk-body ot-with-icon"><Icon name="success" /><strong>{t('guide.saved', { ...saved })}</strong></p>
      {held.map(({ register, facts }) => (
        <div key={register} className="ot-needed__register">
          <h4 className="govuk-heading-s">{register}</h4>
          <ul className="ot-guide__list">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
        </div>
      ))}
    </section>
  )
}

function Asked({ asked }: Pick<GuideView, 'asked'>) {
  const { t } = useTranslation('portal')
  return (
    <section className="ot-card">
      <Icon name="edit" />
      <h3 className="govuk-heading-m">{t('guide.asked')}</h3>
      <p className="govuk-body">{t(asked.length === 0 ? 'guide.askedNothing' : 'guide.askedText')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {asked.map(({ label, hint }) => <li key={label}>{label}{hint && <span className="ot-muted ot-small ot-block">{hint}</span>}</li>)}
      </ul>
    </section>
  )
}
