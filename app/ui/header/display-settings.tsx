import { useTranslation } from 'react-i18next'

import { languageNames, languages } from '../../i18n/languages.ts'
import { useLanguage } from '../use-language.ts'

export type Look = { theme: 'auto' | 'light' | 'dark'; mode: 'standard' | 'elder' }

/** Language, text size and theme: one plain form, whose pressed button says what to change. */
export function DisplaySettings({ look, returnTo }: { look: Look; returnTo: string }) {
  const { t } = useTranslation('ui')
  const elder = look.mode === 'elder'
  return (
    <form className="ot-settings" action="/preferences" method="post" aria-label={t('header.settings')}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <Languages />
      <div>
        <button name="mode" value={elder ? 'standard' : 'elder'}>{t(elder ? 'header.standard' : 'header.elder')}</button>
        {/* The sheet shows the one that changes something: only the device knows what `auto` looks like. */}
        <button className="ot-to-dark" name="theme" value="dark">{t('header.dark')}</button>
        <button className="ot-to-light" name="theme" value="light">{t('header.light')}</button>
      </div>
    </form>
  )
}

/** Each in its own script, no flags: a language is not a country. */
function Languages() {
  const { t } = useTranslation('ui')
  const current = useLanguage()
  return (
    <div role="group" aria-label={t('header.language')}>
      {languages.map((language) => (
        <button key={language} name="lang" value={language} lang={language} aria-pressed={language === current}>
          {languageNames[language]}
        </button>
      ))}
    </div>
  )
}
