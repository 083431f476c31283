/**
 * Rank intervals of a country: 3.321 units × 2.000 replicates × 100.000 forms, in a process of its own, against a plain loop that does the
 * same with what the language has at hand (arrays, Math.random, a sort by comparison), on a tenth of the replicates. Before that,
 * the plan, its exact scores and the influences are made; their cost is printed beside and does not count.
 * To hold: ≤ 3 CPU seconds, < 150 MiB more than before it. Run: node bench/run.js ranks [units] [replicates] [forms]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { rankUncertainty } from '../src/uncertainty/ranks.ts';
import { type RatedSurvey, ratedSurvey } from '../test/rank-survey.ts';

const [units = 3321, replicates = 2000, forms = 100_000] = process.argv.slice(2, 5).map(Number);
const kind = process.argv[5] ?? 'all';
const options = 5;

/** Every unit has its own level; blocks of a hundred, one list for all. */
function survey(curved: boolean): RatedSurvey {
  const sheets = Math.ceil(forms / units);
  const strata = Array.from({ length: units }, (_, unit) => {
    const given = Uint8Array.from({ length: sheets }, (_, sheet) => {
      const dice = ((unit * 7919 + sheet * 104_729 + ((unit * sheet) % 97)) % 1000) / 1000;
      return Math.min(options - 1, Math.floor(dice * (2.5 + (unit % 211) / 84)));
    });
    const id = `xa-${unit}`;
    return { row: id, options: { [id]: given }, population: 4 * sheets };
  });
  const { criteria, ...rest } = ratedSurvey(strata.slice(0, 1)).index;
  const index = {
    rank: { ...rest.rank, within: 'all' },
    uncertainty: { ...rest.uncertainty, replicates, seed: 'bench' },
    combine: curved ? 'geometric' : rest.combine,
  } as const;
  return ratedSurvey(strata, { index });
}

interface Cost {
  readonly cpu: number;
  readonly more: number;
  readonly before: number;
  readonly sum: number;
}

function measured(work: () => number, before: number): Cost {
  globalThis.gc?.();
  const room = process.resourceUsage().maxRSS;
  const start = process.cpuUsage();
  const sum = work();
  const { user, system } = process.cpuUsage(start);
  const more = (process.resourceUsage().maxRSS - room) / 1024;
  return { cpu: (user + system) / 1e6, more, before, sum };
}

function ours({ plan, index, scores, influences }: RatedSurvey): number {
  const found = rankUncertainty(plan, index, scores, influences);
  if (found === null) throw new Error('no ranks');
  return found.units.reduce((sum, { low, high }) => sum + high - low, 0);
}

/** Whole forms drawn again unit by unit, totals sorted, ranks counted. */
function plain({ scores, influences }: RatedSurvey): number {
  const estimates = scores.units.map(({ percent }) => percent?.valueOf() ?? 0);
  const strata = influences.strata.map(({ value, fraction }) => {
    return { values: [...value], stretch: Math.sqrt(1 - fraction) };
  });
  const ranks = estimates.map((): number[] => []);
  for (let replicate = 0; replicate < replicates / 10; replicate++) {
    const totals = strata.map(({ values, stretch }, unit) => {
      let sum = 0;
      for (let draw = 0; draw < values.length; draw++) {
        sum += values[Math.floor(Math.random() * values.length)] ?? 0;
      }
      return { unit, total: (estimates[unit] ?? 0) + sum * stretch };
    });
    totals.sort((one, other) => other.total - one.total);
    for (const [at, { unit }] of totals.entries()) ranks[unit]?.push(at + 1);
  }
  return ranks.reduce((sum, own) => {
    const sorted = own.toSorted((one, other) => one - other);
    const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
    return sum + at(0.95) - at(0.05);
  }, 0);
}

if (kind === 'all') {
  const costs = new Map(['ours', 'curved', 'plain'].map((name) => [name, costOf(name)] as const));
  const [own, curved, loop] = ['ours', 'curved', 'plain'].map((name) => costs.get(name));
  const print = (name: string, cost: Cost | undefined, note: string): void => {
    const { cpu = 0, more = 0, before = 0, sum = 0 } = cost ?? {};
    const width = (sum / units).toFixed(0);
    console.log(
      `${cpu.toFixed(2).padStart(7)} s CPU ${more.toFixed(0).padStart(5)} MiB more  ${name}; mean width ${width} ranks; ${note}`,
    );
    if (name === 'rankUncertainty')
      console.log(`        (making the survey: ${before.toFixed(1)} s CPU)`);
  };
  print('rankUncertainty', own, `hold 3 s, 150 MiB`);
  print('… leaf by leaf, a geometric mean', curved, 'no slopes');
  print('plain loop, a tenth of the replicates', loop, 'Math.random, sort by comparison');
  const ratio = (own?.cpu ?? 0) / (10 * (loop?.cpu ?? 1));
  console.log(`rankUncertainty ÷ ten times the plain loop = ${ratio.toFixed(2)}`);
} else {
  const start = process.cpuUsage();
  const made = survey(kind === 'curved');
  const { user, system } = process.cpuUsage(start);
  const work = kind === 'plain' ? () => plain(made) : () => ours(made);
  console.log(JSON.stringify(measured(work, (user + system) / 1e6)));
}

function costOf(name: string): Cost {
  const args = [units, replicates, forms].map(String);
  const script = fileURLToPath(import.meta.url);
  const run = spawnSync(process.execPath, ['--expose-gc', script, ...args, name], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Cost;
}
