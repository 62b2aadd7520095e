import { useTranslation } from 'react-i18next'

import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'

import type { CaseAnswer } from './case-answers.ts'

/** What was handed in, with where each value comes from. */
export function CaseAnswerList({ answers, caseRef }: { answers: readonly CaseAnswer[]; caseRef: string }) {
  return <SummaryList rows={answers.map((answer) => ({ name: answer.name, value: <Value answer={answer} caseRef={caseRef} />, source: answer.source ?? undefined }))} />
}

function Value({ answer, caseRef }: { answer: CaseAnswer; caseRef: string }) {
  const { t } = useTranslation('cases')
  const { value, file, registerSays, byDesk, note } = answer
  return (
    <>
      {file ? <a className="govuk-link" href={`/files/${file}?case=${caseRef}`}><bdi>{value}</bdi></a> : <bdi className="ot-lines">{value}</bdi>}
      {registerSays && <span className="ot-block ot-muted ot-small">{t('answers.register_says', { value: registerSays })}</span>}
      {note && <span className="ot-block ot-small"><strong>{t(`answers.note.${note.key}`, { ref: note.ref })}</strong></span>}
      {byDesk && <span className="ot-block ot-muted ot-small">{t('answers.set_by_desk')}</span>}
    </>
  )
}
