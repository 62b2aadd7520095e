import { useTranslation } from 'react-i18next'

import type { CaseEnd } from '#app/kernel/definition/definition.ts'
import { Button } from '#app/ui/button/button.tsx'
import { WarningText } from '#app/ui/warning-text/warning-text.tsx'

type Props = { caseRef: string; service: string; end: CaseEnd | null; certificates: number; suspended: string | null; letter: boolean; again: boolean }

/** What came of it: the certificate or the letter, and what can be done next. */
export function CaseResult({ caseRef, service, end, certificates, suspended, letter, again }: Props) {
  const { t } = useTranslation('cases')
  const outcome = outcomeOf(end, certificates, letter)
  if (outcome === null) return null
  return (
    <section className={isGood(outcome) ? 'ot-card ot-case-result' : 'ot-card'} aria-labelledby="result">
      <h2 className="govuk-heading-m" id="result">{t(`result.${outcome}`)}</h2>
      <p className="govuk-body">{t(`result.${outcome}_text`)}</p>
      {suspended && <WarningText>{t('result.suspended', { date: suspended })}</WarningText>}
      <div className="govuk-button-group">
        {certificates > 0 && <Button href={`/cases/${caseRef}/certificate`}>{t('result.certificate')}</Button>}
        {letter && <Button href={`/cases/${caseRef}/letter`}>{t('result.letter')}</Button>}
        {again && end !== null && end !== 'granted' && <Button href={`/services/${service}`} variant="secondary">{t('result.again')}</Button>}
      </div>
    </section>
  )
}

type Outcome = CaseEnd | 'issued' | 'answered'

/** What is granted by a letter alone is an answer. */
function outcomeOf(end: CaseEnd | null, certificates: number, letter: boolean): Outcome | null {
  if (end === 'granted' && certificates === 0 && letter) return 'answered'
  return end ?? (certificates > 0 ? 'issued' : null)
}

const isGood = (outcome: Outcome): boolean => ['granted', 'partly_granted', 'issued', 'answered'].includes(outcome)
