/**
 * 10.035 units (the communes before July 2025) from a CSV file × 5 groups, each by another rule.
 * Reading: bytes → table → units. Computing: normalising the plan with its groups, then `quotas`. Fastest of 9 each;
 * interleaved, so that noise hits all alike. To hold: computing ≤ 2 × reading. Run: node bench/run.js quotas
 */
import { parseTable } from '../src/formats/read-table.ts';
import type { Reading } from '../src/plan/entries.ts';
import { type Gathered, normalise } from '../src/plan/normalise.ts';
import { resolveUnits } from '../src/plan/resolve-units.ts';
import { readSections } from '../src/plan/sections.ts';
import { readTree } from '../src/plan/yaml.ts';
import { quotas } from '../src/quotas.ts';
import type { Table } from '../src/table.ts';
import { nowhere } from '../test/plan-literals.ts';

const units = 10_035;
const blocks = 63;
const file = 'frame/units.csv';

/** Figures as real ones are: of all sizes, none twice in a row. */
function csv(): Uint8Array {
  const lines = ['block,block_name,id,name,type,staff,divisions,dossiers'];
  for (let at = 0; at < units; at++) {
    const block = Math.floor((at * blocks) / units) + 1;
    const type = at % 3 === 0 ? 'phuong' : 'xa';
    const figures = [15 + (at % 31), 3 + (at % 6), 40 + ((at * 7919) % 9000)];
    lines.push(
      [`tinh-${block}`, `Tỉnh ${block}`, `xa-${at}`, `Đơn vị số ${at}`, type, ...figures].join(','),
    );
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

const head = `survey: toan-quoc-2024
title: Khảo sát toàn quốc
figures: { dossiers: { name: Hồ sơ, counts: transactions } }
units: { from: ${file} }
scales: { s: [{ code: 1, label: Hài lòng, points: 100, positive: yes }] }
forms: [{ id: "01", code: 01/TQ, title: Phiếu, questions: [{ id: q1, text: Câu hỏi, scale: s }] }]
groups:
`;
const all = `{ blocks: [${Array.from({ length: blocks }, (_, at) => `tinh-${at + 1}`).join(', ')}] }`;
const group = (id: string, quota: string): string =>
  `  - { id: ${id}, name: Nhóm ${id}, form: "01", in: ${all}, quota: ${quota} }\n`;
const five = [
  group('theo-loai', '{ each: { by_type: { phuong: 200 }, default: 150 } }'),
  group('can-bo', '{ per: { take: 2, of: divisions }, population: staff, reserve: 10% }'),
  group(
    'ho-so',
    '{ share: { of: dossiers, bands: [{ from: 0, rate: 10%, at_least: 50, at_most: 100 }, { from: 2000, rate: 5% }] }, response_rate: 80% }',
  ),
  group('cong-thuc', '{ formula: { method: slovin, of: dossiers } }'),
  group('chia', '{ split: { total: 500000, each: 20, by: proportional, of: dossiers } }'),
];

const bytes = csv();

async function readTable(): Promise<Table> {
  const read = await parseTable(bytes, file);
  if (!read.ok) throw new Error(JSON.stringify(read.findings.slice(0, 3)));
  return read.value;
}

const tree = readTree(head + five.join(''), 'plan.yaml');
if (tree.root === null) throw new Error(JSON.stringify(tree.findings));
const { file: written, findings } = readSections({ root: tree.root, source: tree.source });
if (findings.length > 0) throw new Error(JSON.stringify(findings));
const figures = { dossiers: { name: 'Hồ sơ', counts: 'transactions', value: null } } as const;

function gathered(table: Table): Gathered {
  const reading: Reading = {
    at: () => ({ kind: 'file', file: 'plan.yaml' }),
    frame: new Map([[file, table]]),
    figures,
  };
  const { entries: blocks, whole } = resolveUnits(written.units, reading);
  if (!whole) throw new Error('the units cannot be read');
  const people = { lists: new Map(), elsewhere: new Map(), same: [], shared: [] };
  const inBlocks = blocks.flatMap((block) => block.units);
  return {
    file: written,
    figures,
    blocks,
    units: inBlocks,
    places: [],
    rosters: new Map(),
    people,
  };
}

const best = new Map<string, number>();
async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await work();
  best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - start));
  return value;
}

for (let round = 0; round < 9; round++) {
  const table = await timed('table', readTable);
  const read = await timed('units', () => gathered(table));
  const plan = await timed('normalise', () => normalise(read));
  const made = await timed('quotas', () => quotas(plan, nowhere));
  if (made.quotas.rows.length !== 5 * units) throw new Error(`${made.quotas.rows.length} rows`);
  if (made.quotas.total === null) throw new Error('a quota is not known');
}

const ms = (name: string): number => best.get(name) ?? Number.NaN;
for (const [name, time] of best) console.log(`${time.toFixed(0).padStart(6)} ms  ${name}`);
const ratio = (ms('normalise') + ms('quotas')) / (ms('table') + ms('units'));
console.log(`computing ÷ reading = ${ratio.toFixed(2)} (hold 2)`);
