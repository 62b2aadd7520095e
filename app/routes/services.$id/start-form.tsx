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
  const none = viewer === 'citizen' && guide.business && guide.companies.length === 0
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
        <Companies companies={guide.companies} error={error} />
        <Button variant={guide.openDraft ? 'secondary' : 'primary'}>{t(guide.openDraft ? 'start.again' : 'start.button')}</Button>
      </form>
      <p className="govuk-body ot-small ot-muted">{t(viewer ? 'start.note' : 'start.signIn')}</p>
    </>
  )
}

function Companies({ companies, error }: { companies: GuideView['companies']; error: string | undefined }) {
  const { t } = useTranslation('portal')
  const only = companies.length === 1 ? companies[0] : undefined
  if (only) return <p className="govuk-body">{t('start.for')} <strong><bdi>{only.name}</bdi></strong><input type="hidden" name="company" value={only.code} /></p>
  if (companies.length === 0) return null
  return <RadioGroup name="company" label={t('start.company')} size="s" error={error} items={companies.map(({ code, name }) => ({ value: code, text: name, hint: <Bdi>{code}</Bdi> }))} />
}
