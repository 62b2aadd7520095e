import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process of a test's own, that speaks over its channel. */
export type Child = {
  /** The next thing it says. */
  hears<Word>(): Promise<Word>
  tell(word: unknown): void
  /** Ends it and whatever it runs under at once; comes back when it is gone. */
  kill(): Promise<void>
}

/**
 * Runs a script of this folder.
 * @param script as `kill/submission-server.ts`
 * @param under a program, with its arguments, that runs Node in turn, as strace does
 */
export function startChild(script: string, args: readonly string[], under: readonly string[] = []): Child {
  const [program = '', ...rest] = [...under, process.execPath, fileURLToPath(new URL(script, import.meta.url)), ...args]
  // a group of its own, so that both are ended
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true })
  const said: unknown[] = []
  child.on('message', (word) => said.push(word))
  return {
    hears: async <Word>() => {
      while (said.length === 0) await Promise.race([once(child, 'message'), ended(child)])
      // a child says what its script says it does
      return said.shift() as Word
    },
    tell: (word) => void child.send(word as object),
    kill: () => kill(child),
  }
}

/** The trial service's submissions over HTTP; `port` is where. */
export async function startSubmissions(args: readonly string[], under: readonly string[] = []): Promise<Child & { port: number }> {
  const child = startChild('kill/submission-server.ts', args, under)
  return { ...child, port: (await child.hears<{ port: number }>()).port }
}

async function ended(child: ChildProcess): Promise<never> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  throw new Error(`it ended with ${code ?? signal}`)
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await gone
}
