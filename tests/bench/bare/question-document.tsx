import { type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'

import { QuestionForm } from '../../../app/routes/apply.$draft.$question/question-form.tsx'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Footer } from '#app/ui/footer/footer.tsx'
import { Header } from '#app/ui/header/header.tsx'
import { SessionEnd } from '#app/ui/session-end/session-end.tsx'
import { SkipLink } from '#app/ui/skip-link/skip-link.tsx'
import { ApplyHeading } from '#app/view/apply-heading.tsx'

/** What the portal's own loaders gave for the page, and the sheets and scripts it names. */
export type QuestionData = {
  path: string
  root: Pick<ComponentProps<typeof Header>, 'viewer' | 'demo'> & { preferences: { lang: 'zh-CN' | 'en'; theme: ComponentProps<typeof Header>['look']['theme']; mode: ComponentProps<typeof Header>['look']['mode'] }; ends: ComponentProps<typeof SessionEnd>['ends'] }
  page: Pick<ComponentProps<typeof QuestionForm>, 'question' | 'evidence' | 'values'> & { title: string; back: string }
  sheet: string
  enhancer: string
}

/** The question's page, of the same components, without anything that knows of requests, routes or sessions. */
export function QuestionDocument({ path, root: { viewer, demo, preferences, ends }, page, sheet, enhancer }: QuestionData) {
  const { t } = useTranslation('apply')
  const { lang, theme, mode } = preferences
  const { question } = page
  return (
    <html className="govuk-template" lang={lang} dir="ltr" data-theme={theme} data-mode={mode}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b6b61" />
        <title>{page.title}</title>
        <link rel="stylesheet" href={sheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src={enhancer} defer />
      </head>
      <body className="govuk-template__body">
        <SkipLink />
        <Header viewer={viewer} demo={demo} look={{ theme, mode }} path={path} />
        <main className="ot-main" id="main" tabIndex={-1}>
          <div className="ot-narrow">
            <BackLink href={page.back} />
            <ApplyHeading service={question.service} step={question.part ? 'questions' : 'records'} part={question.part} />
            <QuestionForm question={question} evidence={page.evidence} values={page.values} error={undefined} />
            <p className="govuk-body ot-muted ot-small">{t('question.saved')}</p>
          </div>
          <SessionEnd ends={ends} keepsForm />
        </main>
        <Footer path={path} />
      </body>
    </html>
  )
}
