import { manyCases } from './scale/many-cases.ts'
for (const n of process.argv.slice(3)) { const t = performance.now(); console.log(await manyCases(process.argv[2]!, Number(n)), ((performance.now() - t) / 1000).toFixed(1)) }
