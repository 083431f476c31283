/** Who may import whom (ARCHITECTURE.md), and where clock, chance and the process may be touched. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');

/** The stages, in the order of the flow: `A` may use types of what stands before it, never of what comes after. */
const stages = [
  'quotas',
  'sample',
  'packets',
  'returns',
  'tallies',
  'ratings',
  'status',
  'check',
  'points',
  'weights',
  'scores',
  'uncertainty',
  'changes',
  'trace',
  'report',
];

const contracts = ['findings', 'stats', 'plan', 'table', 'page', 'names', 'people', 'version'];

/** What each module may import by value, and beyond that only as types. Nothing else. */
const table: Readonly<Record<string, { value: readonly string[]; type: readonly string[] }>> = {
  stats: { value: [], type: ['plan'] },
  names: { value: [], type: [] },
  version: { value: [], type: [] },
  page: { value: [], type: ['findings', 'plan'] },
  findings: { value: ['formats'], type: [] },
  table: { value: ['findings'], type: [] },
  people: { value: ['findings', 'names', 'table'], type: [] },
  plan: { value: ['findings', 'stats', 'names', 'people', 'table'], type: [] },
  formats: { value: ['findings', 'page', 'table', 'names'], type: [] },
  // Files are handed to the readers piece by piece.
  io: { value: [], type: ['findings', 'formats'] },
  // A rehearsed tally counts as valid what import would count as valid.
  simulate: { value: [...contracts, 'returns'], type: ['packets'] },
  // The official papers repeat what the annex says.
  document: { value: [...contracts, 'quotas'], type: [] },
  // Before fieldwork: simulated respondents, scored as the real ones will be.
  power: {
    value: [...contracts, 'simulate', 'uncertainty', 'scores'],
    type: ['quotas', 'ratings', 'tallies', 'points'],
  },
  schedule: { value: contracts, type: [] },
  ...Object.fromEntries(
    stages.map((stage, at) => [stage, { value: contracts, type: stages.slice(0, at) }]),
  ),
  // Batches are stored as CSV, and the printed register is what serials are looked up in.
  returns: { value: [...contracts, 'packets', 'formats'], type: ['quotas'] },
};

/** The shell may import everything. */
const shell = ['commands', 'cli', 'main'];

/** Packages and Node's own modules, and the only places that may know them. */
const homes: Readonly<Record<string, readonly string[]>> = {
  '@expo-google-fonts/tinos': ['commands/press.ts'],
  '@myriaddreamin/typst-ts-node-compiler': ['formats/'],
  '@myriaddreamin/typst-ts-web-compiler': ['formats/'],
  chalk: ['commands/say.ts'],
  commander: ['cli.ts', 'commands/table/', 'commands/failure.ts'],
  'csv-stringify': ['formats/'],
  'decimal.js': ['stats/'],
  docx: ['formats/'],
  exceljs: ['formats/'],
  'fastest-levenshtein': ['names.ts', 'plan/rules/names.ts'],
  'fraction.js': ['stats/exact.ts'],
  'get-east-asian-width': ['formats/printable.ts'],
  'ical-generator': ['formats/'],
  'pure-rand': ['stats/random.ts'],
  saxes: ['formats/'],
  uqr: ['formats/'],
  yaml: ['plan/'],
  yauzl: ['formats/'],
  zod: ['plan/'],
  'node:buffer': ['formats/'],
  'node:crypto': ['io.ts', 'io/', 'stats/random.ts', 'plan/', 'packets/', 'returns/', 'commands/'],
  'node:fs': ['io.ts'],
  'node:fs/promises': ['io.ts', 'io/'],
  'node:module': ['commands/press.ts', 'formats/'],
  'node:os': ['io.ts'],
  'node:path': ['io.ts', 'io/', 'commands/'],
  'node:stream': ['formats/'],
  'node:url': ['commands/press.ts', 'commands/new.ts', 'formats/'],
  'node:zlib': ['formats/'],
};

interface Import {
  readonly file: string;
  readonly module: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));
const sourceOf = (name: string): string => readFileSync(join(root, name), 'utf8');
const imports = files.flatMap((name) => importsOf(name, sourceOf(name)));

describe('the import table', () => {
  test('every module keeps to it', () => {
    expect(imports.filter(breaksTable).map(arrow)).toEqual([]);
  });

  test.each([
    ['plan/plan.ts', "import type { Scores } from '../scores/score.ts';"],
    ['stats/rank.ts', "import { hasErrors } from '../findings/catalogue.ts';"],
    ['quotas/rules.ts', "import { renderCsv } from '../formats/csv-write.ts';"],
    ['tallies.ts', "import type { Scores } from './scores.ts';"],
    ['formats/xlsx-write.ts', "import type { Plan } from '../plan/plan.ts';"],
    ['somewhere-new.ts', "import type { Plan } from './plan/plan.ts';"],
  ])('%s may not say %s', (file, line) => {
    expect(importsOf(file, line).filter(breaksTable)).toHaveLength(1);
  });
});

describe('packages and Node modules have homes', () => {
  test('nothing imports a package elsewhere', () => {
    expect(imports.filter(strays).map(arrow)).toEqual([]);
  });

  test.each([
    ['scores/leaf.ts', "import Fraction from 'fraction.js';"],
    ['quotas/rules.ts', "import { spawn } from 'node:child_process';"],
    ['report/words.ts', "import { z } from 'zod';"],
  ])('%s may not say %s', (file, line) => {
    expect(importsOf(file, line).filter(strays)).toHaveLength(1);
  });
});

test('clock, chance, terminal and environment are touched only by the shell', () => {
  const world =
    /\bMath\.random\b|\bDate\.now\b|\bnew Date\s*(\(\s*\)|[;,)\]])|\bperformance\.|\bconsole\.|\bprocess\.|\bglobalThis\b/;
  const broken = files
    .filter((name) => !['main.ts', 'io.ts'].includes(name) && !name.startsWith('io/'))
    .filter((name) => world.test(withoutComments(sourceOf(name))));
  expect(broken).toEqual([]);
});

test('no default exports, no utils, no file above 300 lines', () => {
  const texts = files.map((name) => ({ name, text: sourceOf(name) }));
  const names = (some: typeof texts): readonly string[] => some.map(({ name }) => name);
  expect(names(texts.filter(({ text }) => /^export default/m.test(text)))).toEqual([]);
  expect(files.filter((name) => /util|helper|manager/i.test(name))).toEqual([]);
  const long = names(texts.filter(({ text }) => text.split('\n').length > 301));
  // Tables of words are lists, not logic: they may be longer.
  const lists = (name: string): boolean => name.startsWith('findings/');
  expect(long.filter((name) => !lists(name))).toEqual([]);
});

function breaksTable({ module, target, typeOnly }: Import): boolean {
  if (!target.startsWith('.') || shell.includes(module)) return false;
  const to = moduleOf(target.slice(1));
  if (to === module) return false;
  const rule = table[module];
  if (rule === undefined) return true;
  return !rule.value.includes(to) && !(typeOnly && rule.type.includes(to));
}

function strays({ file, target, typeOnly }: Import): boolean {
  if (target.startsWith('.') || typeOnly) return false;
  const [first = '', second = ''] = target.split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  const owners = homes[target] ?? homes[name] ?? [];
  return !owners.some((owner) => file.startsWith(owner));
}

function arrow({ file, target }: Import): string {
  return `${file} -> ${target}`;
}

function importsOf(file: string, text: string): readonly Import[] {
  const pattern =
    /^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm;
  return [...text.matchAll(pattern)].map(([, type, names = '', named, bare, lazy]) => {
    const given = named ?? bare ?? lazy ?? '';
    const target = given.startsWith('.')
      ? `./${relative(root, join(root, dirname(file), given)).replaceAll('\\', '/')}`
      : given;
    const inner = names
      .replace(/^\{|\}$/g, '')
      .split(',')
      .filter((name) => name.trim() !== '');
    const onlyTypes = inner.length > 0 && inner.every((name) => /^\s*type\s/.test(name));
    return {
      file,
      module: moduleOf(`/${file}`),
      target,
      typeOnly: type !== undefined || onlyTypes,
    };
  });
}

/** `/quotas/rules.ts` and `/quotas.ts` are both `quotas`. */
function moduleOf(path: string): string {
  return path.replace(/^\//, '').split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
