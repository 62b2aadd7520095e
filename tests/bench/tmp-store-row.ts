import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowOf } from './harness/row.ts'
const [file = '', name = '', rounds = '5', share = '1'] = process.argv.slice(2)
const bench = (await import(file))[name]
const folder = mkdtempSync(join(tmpdir(), 'onetrip-bench-'))
chmodSync(folder, 0o711)
const t = performance.now()
try { console.log(JSON.stringify(rowOf(bench, await bench.measure({ rounds: Number(rounds), share: Number(share), folder }))), ((performance.now() - t) / 1000).toFixed(0) + 's') } finally { rmSync(folder, { recursive: true }) }
