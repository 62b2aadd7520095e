import { useTranslation } from 'react-i18next'

import { DisplaySettings, type Look } from './display-settings.tsx'
import { Mark } from './mark.tsx'
import { currentPlace, placesOf, type Viewer } from './viewer.ts'

/** `path` is where the reader is, with its query: settings come back to it. */
export function Header({ viewer, demo, look, path }: { viewer: Viewer | null; demo: boolean; look: Look; path: string }) {
  const { t } = useTranslation('ui')
  return (
    <header className="ot-header">
      {demo && <div className="ot-bar ot-demo"><p className="ot-demo__text">{t('demo')}</p></div>}
      <div className="ot-bar ot-header__settings"><DisplaySettings look={look} returnTo={path} /></div>
      <div className="ot-bar">
        <div className="ot-header__row">
          <a className="ot-header__brand" href="/" aria-label={t('header.home', { name: t('product.name') })}>
            <Mark />
            {t('product.name')}
          </a>
          <Places viewer={viewer} path={path} />
          <Account viewer={viewer} path={path} />
        </div>
      </div>
    </header>
  )
}

function Places({ viewer, path }: { viewer: Viewer | null; path: string }) {
  const { t } = useTranslation('ui')
  const places = placesOf(viewer)
  const pathname = path.split('?')[0]!
  const current = currentPlace(pathname, places)
  return (
    <nav className="ot-nav" aria-label={t('header.nav')}>
      <ul>
        {places.map((place) => (
          <li key={place.key}>
            <a href={place.href} aria-current={place !== current ? undefined : pathname === place.href ? 'page' : true}>{t(`nav.${place.key}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Account({ viewer, path }: { viewer: Viewer | null; path: string }) {
  const { t } = useTranslation('ui')
  if (!viewer)
    return (
      <div className="ot-header__account">
        <a className="ot-header__sign-in" href={path.startsWith('/sign-in') ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(path)}`}>{t('header.signIn')}</a>
      </div>
    )
  return (
    <form className="ot-header__account" action="/sign-out" method="post">
      <a className="ot-header__name" href="/my-sessions"><bdi>{viewer.name}</bdi><span className="govuk-visually-hidden"> {t('header.sessions')}</span></a>
      <button type="submit">{t('header.signOut')}</button>
    </form>
  )
}
