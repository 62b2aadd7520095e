import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { RadioGroup } from '#app/ui/radio-group/radio-group.tsx'

import type { peopleView } from './people-view.ts'

type Props = { people: ReturnType<typeof peopleView>; returnTo: string; error: string | undefined }

/** Everybody whom somebody can be in the demonstration. */
export function DemoPeople({ people: { citizens, staff }, returnTo, error }: Props) {
  const { t } = useTranslation('signin')
  return (
    <>
      <InsetText>{t('demo.text')}</InsetText>
      <form method="post" noValidate>
        <input type="hidden" name="returnTo" value={returnTo} />
        <RadioGroup name="person" label={t('demo.citizens')} size="m" items={citizens} error={error} />
        <RadioGroup name="person" id="person-staff" label={t('demo.staff')} size="m" items={staff} />
        <Button>{t('demo.button')}</Button>
      </form>
    </>
  )
}
