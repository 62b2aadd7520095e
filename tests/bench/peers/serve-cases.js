/** The peer's end of engines/case-child.ts: runs as many cases as it is asked for, in so many hands, and says how long that took. */
export function serveCases(runCase, stop) {
  let number = 0
  const run = async ({ cases, hands }) => {
    const [last, from, before] = [number + cases, performance.now(), process.cpuUsage()]
    const hand = async () => {
      while (number < last) await runCase(`case-${(number += 1)}`)
    }
    await Promise.all(Array.from({ length: hands }, hand))
    const { user, system } = process.cpuUsage(before)
    return { seconds: (performance.now() - from) / 1000, processorMs: (user + system) / 1000 }
  }
  const end = async () => {
    await stop()
    process.exit(0)
  }
  process.on('message', (asked) => {
    if (asked === 'stop') return void end()
    run(asked).then((took) => process.send({ took }), (error) => process.send({ failed: String(error?.stack ?? error) }))
  })
  process.once('disconnect', () => process.exit(0))
  process.send({ ready: true })
}
