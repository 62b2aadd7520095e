import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

type Told = { ready?: true; took?: Took; failed?: string }

/** How long cases took, and the processor time of the process that ran them. */
export type Took = { seconds: number; processorMs: number }

/** Another engine in a process of its own. */
export type CaseChild = { run(wish: { cases: number; hands: number }): Promise<Took>; stop(): Promise<void> }

/** Starts one of the engines in `peers/`, which runs whole cases of five steps. Rejects when it ends before it is ready. */
export async function startCases(file: string, args: readonly string[]): Promise<CaseChild> {
  const child = fork(join(import.meta.dirname, '../peers', file), args, { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await told(child)
  return {
    run: async (wish) => {
      const answer = told(child)
      child.send(wish)
      const { took, failed } = await answer
      if (!took) throw new Error(`${file}: ${failed}`)
      return took
    },
    stop: async () => {
      const gone = once(child, 'exit')
      child.send('stop')
      await gone
    },
  }
}

function told(child: ChildProcess): Promise<Told> {
  return new Promise((done, failed) => {
    const gone = (code: number | null) => failed(new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}`))
    child.once('exit', gone)
    child.once('message', (word: Told) => {
      child.off('exit', gone)
      done(word)
    })
  })
}
