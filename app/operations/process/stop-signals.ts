/** npm passes Ctrl+C on to a process that the terminal has told already: what comes within this counts as the same. */
const SAME_MS = 1000

/**
 * Calls `stop` once the process is told to end (SIGTERM, or SIGINT as from Ctrl+C). Who tells it again does not want to wait: it exits at once, with code 1.
 * @param now epoch ms
 */
export function onStopSignal(stop: () => void, now: () => number = Date.now): void {
  let first: number | null = null
  const heard = (): void => {
    if (first === null) {
      first = now()
      stop()
    } else if (now() - first > SAME_MS) process.exit(1)
  }
  process.on('SIGINT', heard)
  process.on('SIGTERM', heard)
}
