import { cleanup, render, type RenderResult } from '@testing-library/react'
import { type ReactElement } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach } from 'vitest'

import { type Language } from '../i18n/languages.ts'
import { forLanguage, loadLocales } from '../i18n/load-locales.server.ts'

const texts = loadLocales('locales')

afterEach(cleanup)

/** For tests: renders with the real texts of one language. */
export function renderInLanguage(element: ReactElement, language: Language = 'en'): RenderResult {
  return render(<I18nextProvider i18n={forLanguage(texts, language)}>{element}</I18nextProvider>)
}
