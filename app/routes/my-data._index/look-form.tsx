import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'

/** Asks one register. The address says so: every time it is opened is a look of its own, and is written down as one. */
export function LookForm({ of, register, name, again = false }: { of: string; register: string; name: string; again?: boolean }) {
  const { t } = useTranslation('mydata')
  return (
    <form method="get" action="/my-data">
      {of !== '' && <input type="hidden" name="of" value={of} />}
      <input type="hidden" name="register" value={register} />
      <Button variant="secondary">{t(again ? 'records.again' : 'records.look')}<span className="govuk-visually-hidden">: {name}</span></Button>
    </form>
  )
}
