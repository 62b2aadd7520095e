import { type InitOptions } from 'i18next'

/** What server and browser must agree on. React escapes, so i18next must not. */
export const i18nOptions = {
  fallbackLng: false,
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
  react: { useSuspense: false },
} satisfies InitOptions & { showSupportNotice: boolean }
