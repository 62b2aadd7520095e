import { useMatches } from '@remix-run/react'

/** What a route may ask of the page around it: `export const handle: PageHandle = { density: 'desk' }`. */
export type PageHandle = {
  /** Ships React and the route's scripts; without it the page has none but enhance.js. */
  js?: boolean
  /** Close rows and 16 px text, for people who work here all day. */
  density?: 'desk'
  /** Its form (id `question-form`) can be saved without leaving it, by a button named `stay`. */
  keepsForm?: boolean
  /** Texts a page with scripts needs in the browser, beside `ui`. */
  namespaces?: readonly string[]
}

export function usePageHandle(): Required<Omit<PageHandle, 'density'>> & Pick<PageHandle, 'density'> {
  const handles = useMatches().map(({ handle }) => (handle ?? {}) as PageHandle)
  return {
    js: handles.some(({ js }) => js),
    keepsForm: handles.some(({ keepsForm }) => keepsForm),
    density: handles.some(({ density }) => density === 'desk') ? 'desk' : undefined,
    namespaces: [...new Set(['ui', ...handles.flatMap(({ namespaces }) => namespaces ?? [])])],
  }
}
