import { useTranslation } from 'react-i18next'

import { defaultLanguage, isLanguage, type Language } from '../i18n/languages.ts'

/** The page's language, as entry.server chose it. */
export function useLanguage(): Language {
  const { language } = useTranslation('ui').i18n
  return isLanguage(language) ? language : defaultLanguage
}
