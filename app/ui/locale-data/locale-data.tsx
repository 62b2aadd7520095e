import { useTranslation } from 'react-i18next'

export const localeElementId = 'locale'

/** The texts a hydrated page needs, as data in the page: entry.client.tsx reads them before React starts. */
export function LocaleData({ namespaces }: { namespaces: readonly string[] }) {
  const { i18n } = useTranslation('ui')
  const texts = Object.fromEntries(namespaces.map((namespace) => [namespace, i18n.getResourceBundle(i18n.language, namespace)]))
  // `<` could end the element: as an escape it can't.
  return <script type="application/json" id={localeElementId} dangerouslySetInnerHTML={{ __html: JSON.stringify(texts).replace(/</g, '\\u003c') }} />
}
