/** What the bench asks a server's process for, and what it is told. */
export type Asked = 'usage' | 'stop'
export type Told = { ready?: string; usage?: number }

/**
 * Lets a server's process be measured by the one that started it: says where it listens, tells the processor time it has
 * used (ms, of the whole process), ends when it is asked or when nobody is there to ask.
 */
export function serveBench(url: string, stop: () => Promise<void>): void {
  const tell = (told: Told): void => void process.send?.(told)
  const end = async (): Promise<void> => {
    await stop()
    process.exit(0)
  }
  process.on('message', (asked: Asked) => {
    if (asked === 'stop') return void end()
    const { user, system } = process.cpuUsage()
    tell({ usage: (user + system) / 1000 })
  })
  process.once('disconnect', () => void end())
  tell({ ready: url })
}
