import { RemixBrowser } from '@remix-run/react'
import { createInstance, type ResourceLanguage } from 'i18next'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'

import { i18nOptions } from './i18n/i18n-options.ts'
import { localeElementId } from './ui/locale-data/locale-data.tsx'

// Only pages whose handle asks for scripts come here; root.tsx wrote the texts they need into the page.
const lang = document.documentElement.lang
const texts = JSON.parse(document.getElementById(localeElementId)?.textContent ?? '{}') as ResourceLanguage
const i18n = createInstance()
void i18n.init({ ...i18nOptions, lng: lang, ns: Object.keys(texts), resources: { [lang]: texts } })

startTransition(() => {
  hydrateRoot(
    document,
    <I18nextProvider i18n={i18n}>
      <RemixBrowser />
    </I18nextProvider>,
  )
})
