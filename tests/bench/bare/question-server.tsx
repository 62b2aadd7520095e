import { readFileSync } from 'node:fs'

import express from 'express'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'

import { forLanguage, loadLocales } from '#app/i18n/load-locales.server.ts'

import { serveBench } from '../harness/serve-bench.ts'

import { QuestionDocument, type QuestionData } from './question-document.tsx'

/** Express and `renderToString`, and nothing more. Bundled, then `node … DATA`: a file with the page's data. */
// Trusted: written by the row that starts this.
const data = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as QuestionData
const texts = forLanguage(loadLocales('locales'), data.root.preferences.lang)

const app = express()
app.get('*', (_request, response) => {
  const page = renderToString(<I18nextProvider i18n={texts}><QuestionDocument {...data} /></I18nextProvider>)
  response.type('html').send(`<!DOCTYPE html>${page}`)
})

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  serveBench(`http://127.0.0.1:${port}`, async () => server.closeAllConnections())
})
