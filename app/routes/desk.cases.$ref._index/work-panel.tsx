import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { DateField } from '#app/ui/date-field/date-field.tsx'
import { Details } from '#app/ui/details/details.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { RadioGroup } from '#app/ui/radio-group/radio-group.tsx'
import { SelectField } from '#app/ui/select-field/select-field.tsx'
import { TimeLeftLight } from '#app/view/time-left-light.tsx'

import type { WorkView } from './describe-case.server.ts'
import { TaskRefInputs } from './task-ref-inputs.tsx'

/** One open task at the clerk's desk, with exactly the buttons that the kernel offers. */
export function WorkPanel({ work }: { work: WorkView }) {
  const { t } = useTranslation('desk')
  return (
    <section className="ot-card ot-desk-work">
      <h2 className="govuk-heading-m">{work.title}</h2>
      <p className="govuk-body"><TimeLeftLight left={work.left} t={t} /> <span className="ot-muted">{t('case.within', { count: work.within })}</span></p>
      {work.visitOn && <p className="govuk-body">{t('queue.visit')} <FormattedDate value={work.visitOn} /></p>}
      {work.holder && !work.mine && <InsetText>{t('case.held_by', { person: work.holder })}</InsetText>}
      {work.refusal && <InsetText>{work.refusal}</InsetText>}
      {work.may.claim && <Claim work={work} />}
      {work.outcomes.length > 0 && <Outcomes work={work} />}
      {work.may.schedule && <Visit work={work} />}
      {work.may.release && <LetGo work={work} />}
    </section>
  )
}

function Claim({ work }: { work: WorkView }) {
  const { t } = useTranslation('desk')
  return (
    <form method="post">
      <TaskRefInputs task={work.task} />
      <Button type="submit" name="intent" value="claim">{t('case.claim')}</Button>
    </form>
  )
}

/** Choosing an outcome leads to its own page, where reasons are given and the letter is read before it is sent. */
function Outcomes({ work }: { work: WorkView }) {
  const { t } = useTranslation('desk')
  const id = `outcome-${work.task.task}-${work.task.desk.replace('.', '-')}`
  return (
    <form method="get" action={`/desk/cases/${work.ref}/decide`} className="ot-desk-form">
      <TaskRefInputs task={work.task} />
      <RadioGroup label={t('case.outcome')} name="outcome" id={id} size="s" items={work.outcomes} />
      <Button type="submit">{t('case.continue')}</Button>
    </form>
  )
}

function Visit({ work }: { work: WorkView }) {
  const { t } = useTranslation('desk')
  return (
    <Details summary={t(work.visitOn ? 'case.visit_change' : 'case.visit_set')} open={!work.visitOn}>
      <form method="post">
        <TaskRefInputs task={work.task} />
        <DateField label={t('case.visit_day')} hint={t('case.visit_hint')} name="on" id={`on-${work.task.desk.replace('.', '-')}`} size="s" />
        <Button type="submit" variant="secondary" name="intent" value="schedule_visit">{t('case.visit_save')}</Button>
      </form>
    </Details>
  )
}

function LetGo({ work }: { work: WorkView }) {
  const { t } = useTranslation('desk')
  return (
    <Details summary={t('case.let_go')}>
      <form method="post">
        <TaskRefInputs task={work.task} />
        <Button type="submit" variant="secondary" name="intent" value="release">{t('case.release')}</Button>
      </form>
      {work.may.handOver && (
        <form method="post">
          <TaskRefInputs task={work.task} />
          <SelectField label={t('case.colleague')} name="to" id={`to-${work.task.desk.replace('.', '-')}`} size="s" items={work.colleagues} />
          <Button type="submit" variant="secondary" name="intent" value="hand_over">{t('case.hand_over')}</Button>
        </form>
      )}
    </Details>
  )
}
