import { simulateMoney } from './money-history.ts';
const from = Number(process.argv[2]), n = Number(process.argv[3]);
const guard = (process.argv[4] ?? null) as never;
const t = performance.now(); let crashes = 0, broken = 0;
for (let s = from; s < from + n; s++) { const v = await simulateMoney(s, guard); crashes += v.crashes; if (v.broken.length) { broken++; if (broken < 4) console.log(s, v.crashes, v.broken.slice(0, 4).join('\n  ').slice(0, 900)); } }
console.log(n, 'histories', crashes, 'crashes', broken, 'broken', ((performance.now() - t) / n).toFixed(0), 'ms each');
