import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { Icon } from '#app/ui/icon/icon.tsx'
import { RadioGroup } from '#app/ui/radio-group/radio-group.tsx'

import type { GuideView } from './guide-view.ts'

type Props = { guide: GuideView; viewer: string | null; error: string | undefined }

/** The one button of a guide, and what stands in its way. */
export function StartForm({ guide, viewer, error }: Props) {
  const { t } = useTranslation('portal')
  return (
    <div className="ot-card">
      <h2 className="govuk-heading-m" id="start">{t('start.heading')}</h2>
      <Start guide={guide} viewer={viewer} error={error} />
      <p className="ot-guide__phone ot-with-icon"><Icon name="phone" /><span>{t('guide.phone', { department: guide.department })} <Bdi><a className="govuk-link" href={`tel:${guide.phone}`}>{guide.phone}</a></Bdi></span></p>
    </div>
  )
}

function Start({ guide, viewer, error }: Props) {
  const { t } = useTranslation('portal')
  if (viewer === 'staff') return <p className="govuk-body">{t('start.staff')}</p>
  const none = viewer === 'citizen' && guide.business && guide.companies.length === 0 && guide.mandates.length === 0
  if (none) return <p className="govuk-body">{t('start.noCompany')}</p>
  return (
    <>
      {guide.openDraft && (
        <>
          <p className="govuk-body">{t('start.saved')}</p>
          <Button href={`/apply/${guide.openDraft}`}>{t('start.continue')}</Button>
        </>
      )}
      <form method="post" noValidate>
        <ForWhom guide={guide} error={error} />
        <Button variant={guide.openDraft ? 'secondary' : 'primary'}>{t(guide.openDraft ? 'start.again' : 'start.button')}</Button>
      </form>
      <p className="govuk-body ot-small ot-muted">{t(viewer ? 'start.note' : 'start.signIn')}</p>
    </>
  )
}

/** Whom it is for, where that is not clear: one of their companies, themselves, or somebody they act for. */
function ForWhom({ guide, error }: { guide: GuideView; error: string | undefined }) {
  const { t } = useTranslation('portal')
  const { business, companies, mandates } = guide
  const only = companies.length === 1 && mandates.length === 0 ? companies[0] : undefined
  if (only) return <p className="govuk-body">{t('start.for')} <strong><bdi>{only.name}</bdi></strong><input type="hidden" name="for" value={`company:${only.code}`} /></p>
  const items = [
    ...(business || mandates.length === 0 ? [] : [{ value: 'self', text: t('start.self') }]),
    ...companies.map(({ code, name }) => ({ value: `company:${code}`, text: name, hint: <Bdi>{code}</Bdi> })),
    ...mandates.map(({ id, name }) => ({ value: `mandate:${id}`, text: name, hint: t('start.mandate') })),
  ]
  if (items.length === 0) return null
  return <RadioGroup name="for" label={t(business ? 'start.company' : 'start.whom')} size="s" error={error} items={items} />
}
