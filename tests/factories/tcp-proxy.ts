import { connect, createServer, type Socket } from 'node:net'

/** Stands between a portal and a server, and does to their connections what networks do. */
export type TcpProxy = {
  port: number
  /** Passes everything on, what was held back first. */
  pass(): void
  /** Breaks all connections off, and new ones as soon as they are made. */
  cut(): void
  /** Takes connections and what comes, and passes nothing on. */
  stall(): void
  /** Passes everything on so much later, in ms. */
  delay(ms: number): void
  /**
   * The next statement from a client in which `text` stands is passed on; once the server has answered, its connection is broken off
   * before the answer is. Resolves then, with what the answer was.
   * @param text as PostgreSQL's protocol carries it: a part of the SQL, or of a prepared statement's name
   */
  cutAfter(text: string): Promise<'done' | 'refused'>
  stop(): Promise<void>
}

type Armed = { text: string; happened(answer: 'done' | 'refused'): void }
type Line = { client: Socket; server: Socket; held: (() => void)[]; said: string; lost: Buffer[] | null }
type State = { how: 'pass' | 'cut' | 'stall'; delayMs: number; armed: Armed | null; lines: Set<Line> }

/** ReadyForQuery with nothing open: the last message of an answer. */
const ANSWERED = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])
const ERROR_RESPONSE = 0x45
/** As much of what a client said last is kept: a text may come in two pieces. */
const TAIL = 200

/** @param to where the server listens, on loopback */
export async function startTcpProxy(to: number): Promise<TcpProxy> {
  const state: State = { how: 'pass', delayMs: 0, armed: null, lines: new Set() }
  const server = createServer((client) => (state.how === 'cut' ? void client.resetAndDestroy() : join(state, client, to)))
  const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)))
  const set = (how: State['how'], delayMs = 0): void => {
    Object.assign(state, { how, delayMs })
    if (how === 'pass') for (const line of state.lines) for (const give of line.held.splice(0)) give()
  }
  const breakAll = (): void => state.lines.forEach(breakOff)
  return {
    port,
    pass: () => set('pass'),
    cut: () => {
      set('cut')
      breakAll()
    },
    stall: () => set('stall'),
    delay: (ms) => set('pass', ms),
    cutAfter: (text) => new Promise((happened) => (state.armed = { text, happened })),
    stop: () => {
      breakAll()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

function join(state: State, client: Socket, to: number): void {
  const line: Line = { client, server: connect(to, '127.0.0.1'), held: [], said: '', lost: null }
  state.lines.add(line)
  for (const socket of [client, line.server]) {
    socket.on('error', () => {})
    socket.on('close', () => {
      state.lines.delete(line)
      breakOff(line)
    })
  }
  client.on('data', (bytes: Buffer) => give(state, line, () => line.server.write(listened(state, line, bytes))))
  line.server.on('data', (bytes: Buffer) => (line.lost ? swallow(state, line, line.lost, bytes) : give(state, line, () => line.client.write(bytes))))
}

function give(state: State, line: Line, pass: () => void): void {
  if (state.how === 'stall' || line.held.length > 0) line.held.push(pass)
  else if (state.delayMs > 0) setTimeout(pass, state.delayMs)
  else pass()
}

/** From the statement that was waited for on, answers on this line get no further. */
function listened(state: State, line: Line, bytes: Buffer): Buffer {
  line.said = (line.said + bytes.toString('latin1')).slice(-TAIL - bytes.length)
  if (state.armed && !line.lost && line.said.includes(state.armed.text)) line.lost = []
  return bytes
}

function swallow(state: State, line: Line, lost: Buffer[], bytes: Buffer): void {
  lost.push(bytes)
  const answer = Buffer.concat(lost)
  if (!answer.subarray(-ANSWERED.length).equals(ANSWERED)) return
  const { armed } = state
  state.armed = null
  breakOff(line)
  armed?.happened(firstTypes(answer).includes(ERROR_RESPONSE) ? 'refused' : 'done')
}

/** The type of each message: a byte, before its length. */
function firstTypes(answer: Buffer): number[] {
  const types: number[] = []
  for (let at = 0; at + 5 <= answer.length; at += 1 + answer.readUInt32BE(at + 1)) types.push(answer.readUInt8(at))
  return types
}

function breakOff({ client, server }: Line): void {
  if (!client.destroyed) client.resetAndDestroy()
  if (!server.destroyed) server.destroy()
}
