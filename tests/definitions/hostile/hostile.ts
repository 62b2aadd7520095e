/** Something nobody means well with: a definition (and the tables beside it), or a condition alone. */
export type Hostile = { name: string; definition: string; tables?: string } | { name: string; condition: string }

type Parts = { head?: string; data?: readonly string[]; requires?: readonly string[]; flow?: readonly string[]; on?: string }

/** A small sound service with parts of it replaced. */
export function serviceWith({ head = '', data = [], requires = [], flow = [], on = '' }: Parts): string {
  const lines = (key: string, entries: readonly string[]): string => (entries.length === 0 ? '' : `${key}:\n${entries.map((entry) => `  ${entry}\n`).join('')}`)
  return `${/^service:/m.test(head) ? '' : 'service: hostile\n'}${/^version:/m.test(head) ? '' : 'version: 1\n'}lead: council
for: person
legal: Hostile Act
limit: 300wd
promise: 9wd
guarantee: { trips: 0, site_visits: 0, returns: 9 }
${head}
${lines('data', data)}${lines('requires', requires)}flow:
${flow.map((step) => `- ${step}\n`).join('')}- ${taskOf('last')}
- end: granted
${on}`
}

/** A step that is sound by itself. */
export const taskOf = (name: string, more = ''): string => `{ task: ${name}, by: council.clerk, within: 1wd, outcomes: [done]${more} }`

export const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
