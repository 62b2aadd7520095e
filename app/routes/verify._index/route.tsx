import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { VerifyForm } from '#app/view/verify-form.tsx'

const LONGEST = 60

export async function loader({ request, context }: LoaderFunctionArgs) {
  const code = (new URL(request.url).searchParams.get('code') ?? '').trim().slice(0, LONGEST)
  if (code) return redirect(`/verify/${encodeURIComponent(code)}`, 303)
  const { t } = await textsFor(portalOf(context), request)
  return pageData({ title: pageTitle(t, t('certificate:verify.title')) })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Verify() {
  const { t } = useTranslation('certificate')
  return (
    <div className="ot-narrow">
      <h1 className="govuk-heading-l">{t('verify.title')}</h1>
      <p className="govuk-body-l">{t('verify.intro')}</p>
      <VerifyForm />
    </div>
  )
}
