import { useContext } from 'react'
import { I18nContext } from 'react-i18next'

import { defaultLanguage, isLanguage, type Language } from '../i18n/languages.ts'

/** The page's language, as entry.server chose it. It stays while the page stands: nothing here waits for a change of it, as `useTranslation` does. */
export function useLanguage(): Language {
  const language = useContext(I18nContext)?.i18n.language
  return language !== undefined && isLanguage(language) ? language : defaultLanguage
}
