/** The peer's end of harness/serve-bench.ts: says where it listens, tells the processor time it has used (ms), ends when asked. */
export function serveBench(url, stop) {
  const end = async () => {
    await stop()
    process.exit(0)
  }
  process.on('message', (asked) => {
    if (asked === 'stop') return void end()
    const { user, system } = process.cpuUsage()
    process.send({ usage: (user + system) / 1000 })
  })
  process.once('disconnect', () => void end())
  process.send({ ready: url })
}
