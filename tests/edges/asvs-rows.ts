import { existsSync, readFileSync } from 'node:fs'

export const states = ['met', 'not applicable', 'left to the operator', 'not met'] as const
export type State = (typeof states)[number]

/** A requirement as docs/security.md answers it. `state` is what stands there, one of `states` or not. */
export type Row = { id: string; asked: string; state: string; by: string }

/** The rows of every table whose first column is the id of a requirement, in the order of the page. */
export const rowsOf = (page: string): Row[] =>
  page.split('\n').flatMap((line) => {
    const [, id = '', asked = '', state = '', by = ''] = line.split('|').map((cell) => cell.trim())
    return /^\d+\.\d+\.\d+$/.test(id) ? [{ id, asked, state, by }] : []
  })

/** How many rows have each state, as the page says it in one sentence. */
export function figuresOf(rows: readonly Row[]): string {
  const count = (state: State): number => rows.filter((row) => row.state === state).length
  return `${rows.length} requirements: ${states.map((state) => `${count(state)} ${state}`).join(', ')}.`
}

/** A file that a row names, and the titles after it that must be found in it. */
export type Shown = { path: string; titles: readonly string[] }

/** What a row points at: each `path` with the “titles” that follow it. Addresses, which begin with a stroke, and settings are no paths. */
export function shownBy({ by }: Row): Shown[] {
  const marks = [...by.matchAll(/`([^`]+)`|“([^”]+)”/g)]
  const shown: { path: string; titles: string[] }[] = []
  for (const [, path, title] of marks) {
    if (path !== undefined) shown.push({ path, titles: [] })
    else if (title !== undefined) shown.at(-1)?.titles.push(title)
  }
  return shown
}

/** Why a row that says "met" does not show it; none: it does. */
export function faultsOf(row: Row): string[] {
  const shown = shownBy(row)
  if (shown.length === 0) return [`${row.id} is met by nothing`]
  return shown.flatMap(({ path, titles }) => {
    if (!existsSync(path)) return [`${row.id} names ${path}, and there is none`]
    return titles.filter((title) => !readFileSync(path, 'utf8').includes(title)).map((title) => `${row.id}: “${title}” is not in ${path}`)
  })
}
