/** How far a node has come. `returned`: its desk waits for a correction before it goes on. */
export type Progress = 'done' | 'pending' | 'returned'

/** How far things done side by side have come together. */
export function together(all: readonly Progress[]): Progress {
  if (all.includes('pending')) return 'pending'
  return all.includes('returned') ? 'returned' : 'done'
}
