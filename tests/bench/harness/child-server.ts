import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

import type { Asked, Told } from './serve-bench.ts'

/** A server in a process of its own. */
export type ChildServer = {
  url: string
  pid: number
  /** Processor time that its process has used since it began, in ms. */
  usage(): Promise<number>
  stop(): Promise<void>
}

/** Starts a server's process, which speaks as `serve-bench.ts` does, and waits until it listens. Rejects when it ends before that. */
export async function startServer(file: string, args: readonly string[] = [], options: { execArgv?: readonly string[]; cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<ChildServer> {
  const child = fork(file, args, { execArgv: [...(options.execArgv ?? [])], cwd: options.cwd, env: { ...process.env, NODE_ENV: 'production', ...options.env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ready = await told(child, 'ready')
  return {
    url: ready,
    pid: child.pid ?? 0,
    usage: () => {
      const answer = told(child, 'usage')
      child.send('usage' satisfies Asked)
      return answer
    },
    stop: async () => {
      const gone = once(child, 'exit')
      child.send('stop' satisfies Asked)
      await gone
    },
  }
}

/** The next word of a kind that a child says. Rejects when it ends without. */
function told<Key extends keyof Told>(child: ChildProcess, key: Key): Promise<NonNullable<Told[Key]>> {
  return new Promise((done, failed) => {
    const gone = (code: number | null) => failed(new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}`))
    const heard = ({ [key]: word }: Told) => {
      if (word === undefined) return
      child.off('exit', gone)
      child.off('message', heard)
      done(word)
    }
    child.on('message', heard)
    child.once('exit', gone)
  })
}
