import { dayAt, isWorked, startOf, type Calendar } from '#app/kernel/clock/calendar.ts'

import type { Dice } from './dice.ts'

const HOUR = 3_600_000
const OPENS = 8.5 * HOUR
const CLOSES = 17 * HOUR

/** Things to do at simulated times, earliest first; what is planned may plan more. */
export class Agenda {
  private readonly entries: { at: number; order: number; run: () => Promise<void> }[] = []
  private count = 0

  plan(at: number, run: () => Promise<void>): void {
    this.count += 1
    this.entries.push({ at, order: this.count, run })
    let child = this.entries.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.before(child, parent)) break
      this.swap(child, parent)
      child = parent
    }
  }

  /** The earliest entry, taken off; null when nothing is planned. */
  take(): { at: number; run: () => Promise<void> } | null {
    const first = this.entries[0]
    const last = this.entries.pop()
    if (!first || !last) return null
    if (this.entries.length > 0) {
      this.entries[0] = last
      this.sink()
    }
    return first
  }

  private sink(): void {
    let parent = 0
    for (;;) {
      let least = parent
      for (const child of [2 * parent + 1, 2 * parent + 2]) if (child < this.entries.length && this.before(child, least)) least = child
      if (least === parent) return
      this.swap(parent, least)
      parent = least
    }
  }

  private before(a: number, b: number): boolean {
    const [one, two] = [this.entries[a]!, this.entries[b]!]
    return one.at < two.at || (one.at === two.at && one.order < two.order)
  }

  private swap(a: number, b: number): void {
    const one = this.entries[a]!
    this.entries[a] = this.entries[b]!
    this.entries[b] = one
  }
}

/** A moment in office hours, this many working days later (fractions count hours of the day). */
export function officeTime(calendar: Calendar, from: number, workingDays: number, dice: Dice): number {
  let day = dayAt(calendar, from)
  let left = Math.floor(workingDays)
  while (left > 0 || !isWorked(calendar, day)) {
    day += 1
    if (isWorked(calendar, day)) left -= 1
  }
  const moment = startOf(calendar, day) + Math.round(OPENS + dice.next() * (CLOSES - OPENS))
  return moment > from ? moment : officeTime(calendar, startOf(calendar, day + 1), 0, dice)
}
