import { type ChildProcess, spawn } from 'node:child_process'

/** A submission server that is killed and started again. `port` is null while it is down. */
export class ServerProcess {
  port: number | null = null
  private child: ChildProcess | null = null
  private readonly args: readonly string[]

  /** @param args the server's path, database, receiver, mutant */
  constructor(args: readonly string[]) {
    this.args = args
  }

  /** Comes back when it takes submissions. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    this.child = child
    this.port = await new Promise<number>((done, failed) => {
      child.once('message', ({ port }: { port: number }) => done(port))
      child.once('exit', (code) => failed(new Error(`the submission server ended with ${code}`)))
    })
  }

  /** As a power cut would, but that what the system holds in memory survives. */
  async kill(): Promise<void> {
    const { child } = this
    this.port = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }
}
