/** Who looks at the page, as far as the header needs to know. */
export type Viewer = { name: string; kinds: readonly ('citizen' | 'clerk' | 'steward' | 'manager' | 'officer')[] }

export type Place = { href: string; key: 'services' | 'cases' | 'mydata' | 'desk' | 'steward' | 'board' | 'security' }

/** The places in the header: everybody's, a citizen's own cases and data, or the places of staff and managers. */
export function placesOf(viewer: Viewer | null): Place[] {
  const kinds = viewer?.kinds ?? []
  return [
    { href: '/', key: 'services' },
    ...(viewer === null || kinds.includes('citizen') ? [{ href: '/cases', key: 'cases' } as const] : []),
    ...(kinds.includes('citizen') ? [{ href: '/my-data', key: 'mydata' } as const] : []),
    ...(kinds.includes('clerk') ? [{ href: '/desk', key: 'desk' } as const] : []),
    ...(kinds.includes('steward') ? [{ href: '/steward', key: 'steward' } as const] : []),
    ...(kinds.includes('manager') ? [{ href: '/board', key: 'board' } as const] : []),
    ...(kinds.includes('officer') ? [{ href: '/security', key: 'security' } as const] : []),
  ]
}

/** The place a path belongs to: a guide is part of the services, a case part of the cases. */
export function currentPlace(path: string, places: readonly Place[]): Place | undefined {
  const below = places.find(({ href }) => href !== '/' && (path === href || path.startsWith(`${href}/`)))
  return below ?? (path === '/' || path === '/services' || path.startsWith('/services/') ? places.find(({ key }) => key === 'services') : undefined)
}
