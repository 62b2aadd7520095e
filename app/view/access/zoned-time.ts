/** A moment as a spreadsheet sorts and reads it in any language: 2026-03-02 09:00:00, in this zone. */
export function zonedTime(zone: string, at: number): string {
  const style = { dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('sv-SE', { ...style, timeZone: zone }).format(at)
}
