import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import type { Load, Loaded } from './asking.ts'

/** A process that asks, so that what asking costs is nobody's. */
export type Asker = {
  /** Rejects at the first wrong answer. */
  load(load: Load): Promise<Loaded>
  stop(): Promise<void>
}

export function startAsker(): Asker {
  const child = fork(join(import.meta.dirname, 'load-generator.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    load: async (load) => {
      const heard = once(child, 'message')
      child.send(load)
      const [word] = (await heard) as [{ loaded: Loaded } | { wrong: string }]
      if ('wrong' in word) throw new Error(word.wrong)
      return word.loaded
    },
    stop: async () => {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
