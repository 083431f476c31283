/**
 * `survey power`: replicates of a survey of so many units × forms × 3 questions, against `survey simulate`, which makes up the same
 * answers sheet by sheet (without counting or scoring them), per replicate in the same run. Then 1,000 draws of the sensitivity analysis.
 * Run: node bench/run.js power [units] [forms each] [replicates]
 */
import { packets } from '../src/packets.ts';
import type { Points } from '../src/points.ts';
import { power, usualNoise, usualSpread } from '../src/power.ts';
import { quotas } from '../src/quotas.ts';
import { score } from '../src/scores.ts';
import { simulate } from '../src/simulate.ts';
import { exact } from '../src/stats/exact.ts';
import { sensitivity } from '../src/uncertainty/sensitivity.ts';
import {
  appraised,
  criterion,
  entry,
  group,
  leafSource,
  part,
  tallies,
  tally,
  where,
} from '../test/hand-worked.ts';
import { planOf } from '../test/survey-of-sheets.ts';

const [units = 3321, forms = 30, replicates = 200] = process.argv.slice(2).map(Number);
const ids = Array.from({ length: units }, (_, at) => `xa-${at}`);
const questions = ['q1', 'q2', 'q3'];
const source = leafSource('mean', [part('staff', '1', questions)]);
const plan = planOf({
  units: ids,
  groups: [
    group('staff', 'Công chức', {
      over: { kind: 'units', units: ids },
      quota: { rule: 'each', size: forms, byType: {}, by: null },
    }),
  ],
  questions,
  criteria: [criterion('1', '30', { source }), criterion('2', '70', appraised)],
  rules: { rank: { within: 'all', on: 'percent', ties: 'joint', tieBreakers: [] } },
});
const asked = quotas(plan, where).quotas;
const entries = ids.map((id, at) => entry(id, '2', '60', String(40 + ((at * 37) % 30))));
const points: Points = { entries, adjustments: [], figures: [], simulated: [] };

function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const options = { seed: 'bench', spread: usualSpread, noise: usualNoise, sizes: [1], truth: null };
const own = seconds(() => power(plan, asked, points, where, { ...options, replicates }));
const made = packets(plan, asked, where);
const once = seconds(() => {
  if (made.ok) simulate(plan, made.value, 'bench');
});
const cells = ids.flatMap((id, at) =>
  questions.map((question) => tally('staff', id, question, [9, 8 + (at % 7), 5, 3, at % 5])),
);
const none = { custody: [], batches: [] };
const scored = score(
  { ...plan, index: { ...plan.index, max: exact(100) } },
  { ...tallies, ...none, cells },
  points,
  where,
);
const choices = seconds(() => {
  if (scored.ok) sensitivity(plan, plan.index, scored.value);
});
const ratio = own / replicates / once;
console.log(`${own.toFixed(2).padStart(7)} s CPU  power, ${replicates} replicates`);
console.log(
  `${once.toFixed(2).padStart(7)} s CPU  simulate, once; a replicate of power ÷ simulate = ${ratio.toFixed(3)}`,
);
console.log(`${choices.toFixed(2).padStart(7)} s CPU  sensitivity, 1000 draws`);
console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(7)} MiB at most`);
