/** What one comparison found, as it is printed. `ratio` is ours by theirs, or theirs by ours: as the goal is put. */
export type Row = { name: string; ours: number; theirs: number; unit: string; ratio: number; goal: number; atMost: boolean }

/** How thoroughly to measure. */
export type Effort = {
  /** How often each side is measured, by turns. */
  rounds: number
  /** What a row would measure in one round, times this. */
  share: number
  /** A place for databases, thrown away afterwards. */
  folder: string
}

/** One figure for each side, from as many rounds as were asked for. */
export type Figures = { ours: number; theirs: number }

/** A comparison that can be run. */
export type Bench = {
  name: string
  /** What is compared with what, for the table. */
  says: string
  unit: string
  /** Which side is divided by which. */
  ratio: 'ours/theirs' | 'theirs/ours'
  goal: number
  /** Small is good. */
  atMost: boolean
  measure(effort: Effort): Promise<Figures>
}

export function rowOf({ name, unit, ratio, goal, atMost }: Bench, { ours, theirs }: Figures): Row {
  return { name, ours: short(ours), theirs: short(theirs), unit, ratio: short(ratio === 'ours/theirs' ? ours / theirs : theirs / ours), goal, atMost }
}

export const isReached = ({ ratio, goal, atMost }: Pick<Row, 'ratio' | 'goal' | 'atMost'>): boolean => (atMost ? ratio <= goal : ratio >= goal)

/** Three digits that mean something. */
const short = (value: number): number => Number(value.toPrecision(3))
