/** Who looks at the page, as far as the header needs to know. */
export type Viewer = { name: string; kinds: readonly ('citizen' | 'clerk' | 'manager')[] }

export type Place = { href: string; key: 'services' | 'cases' | 'desk' | 'board' }

/** The places in the header: everybody's, then those of staff and managers. */
export function placesOf(viewer: Viewer | null): Place[] {
  const kinds = viewer?.kinds ?? []
  return [
    { href: '/', key: 'services' },
    { href: '/cases', key: 'cases' },
    ...(kinds.includes('clerk') ? [{ href: '/desk', key: 'desk' } as const] : []),
    ...(kinds.includes('manager') ? [{ href: '/board', key: 'board' } as const] : []),
  ]
}

/** The place a path belongs to: a guide is part of the services, a case part of the cases. */
export function currentPlace(path: string, places: readonly Place[]): Place | undefined {
  const below = places.find(({ href }) => href !== '/' && (path === href || path.startsWith(`${href}/`)))
  return below ?? (path === '/' || path.startsWith('/services/') ? places.find(({ key }) => key === 'services') : undefined)
}
