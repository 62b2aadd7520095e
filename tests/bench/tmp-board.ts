import { rowOf } from './harness/row.ts'
import * as q from './rows/scale/board-histogram.ts'
const [folder = '', rounds = '5', share = '1', ...names] = process.argv.slice(2)
for (const bench of Object.values(q)) if (!names.length || names.includes(bench.name)) console.log(JSON.stringify(rowOf(bench, await bench.measure({ rounds: Number(rounds), share: Number(share), folder }))))
