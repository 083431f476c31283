/** Who may import whom (ARCHITECTURE.md), and where clock, chance and the process may be touched. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');

/** The flow, in order: a stage may import values of itself and types of earlier ones, never a later one. */
const stages = ['quotas', 'packets', 'returns', 'tallies', 'points', 'scores', 'report'] as const;

/** Modules that may be imported by value, by module; `type` imports of earlier stages are always allowed. */
const core = ['findings', 'stats', 'plan', 'table', 'page', 'names', 'version'];
const allowed: Readonly<Record<string, readonly string[]>> = {
  findings: ['formats'],
  stats: [],
  names: [],
  version: [],
  table: ['findings'],
  page: [],
  plan: ['findings', 'stats', 'names', 'table'],
  formats: ['findings', 'page', 'table', 'names', 'stats'],
  quotas: core,
  packets: core,
  simulate: [...core, 'packets'],
  status: core,
  returns: [...core, 'packets', 'formats'],
  tallies: core,
  points: core,
  scores: core,
  report: core,
  io: [],
};

/** Libraries that only one place may know. */
const libraries: Readonly<Record<string, readonly string[]>> = {
  exceljs: ['formats/'],
  yauzl: ['formats/'],
  saxes: ['formats/'],
  'csv-parse': ['formats/'],
  'csv-stringify': ['formats/'],
  uqr: ['formats/'],
  '@myriaddreamin/typst-ts-node-compiler': ['formats/'],
  yaml: ['plan/'],
  zod: ['plan/'],
  commander: ['cli.ts', 'commands/table.ts', 'commands/failure.ts'],
  chalk: ['commands/say.ts'],
  'node:fs': ['io.ts', 'io/'],
  'node:fs/promises': ['io.ts', 'io/'],
  'node:os': ['io.ts', 'io/'],
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
const imports = files.flatMap(importsOf);

test('stages import only what the table allows', () => {
  const broken = imports.filter(({ module, target, typeOnly }) => {
    if (!target.startsWith('.')) return false;
    const to = moduleOf(target.slice(1));
    if (to === module || ['commands', 'cli', 'main'].includes(module)) return false;
    if (allowed[module]?.includes(to)) return false;
    if (!typeOnly) return true;
    // Types: of anything earlier in the flow, and of the contracts beside it.
    const from = stages.indexOf(module as (typeof stages)[number]);
    const there = stages.indexOf(to as (typeof stages)[number]);
    if (there >= 0) return from >= 0 && there > from;
    return ![...core, 'io'].includes(to);
  });
  expect(broken.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test('a library is known in one place', () => {
  const broken = imports.filter(({ file, target, typeOnly }) => {
    const owners = libraries[target] ?? libraries[target.split('/')[0] ?? ''];
    return owners !== undefined && !typeOnly && !owners.some((owner) => file.startsWith(owner));
  });
  expect(broken.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test('clock, chance, terminal and environment are touched only by the shell', () => {
  const forbidden =
    /\bMath\.random\b|\bDate\.now\b|new Date\(\)|\bconsole\.|\bprocess\.|\bglobalThis\b/;
  const broken = files
    .filter((name) => !['main.ts', 'io.ts'].includes(name) && !name.startsWith('io/'))
    .filter((name) => forbidden.test(withoutComments(readFileSync(join(root, name), 'utf8'))));
  expect(broken).toEqual([]);
});

test('no default exports, no utils, no file above 300 lines', () => {
  const texts = files.map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
  expect(texts.filter(({ text }) => /^export default/m.test(text)).map(({ name }) => name)).toEqual(
    [],
  );
  expect(files.filter((name) => /util|helper|manager/i.test(name))).toEqual([]);
  const long = texts.filter(({ text }) => text.split('\n').length > 301).map(({ name }) => name);
  // Tables of words and of commands are lists, not logic: they may be longer.
  expect(
    long.filter((name) => !name.startsWith('findings/') && name !== 'commands/table.ts'),
  ).toEqual([]);
});

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Import[] = [];
  const pattern =
    /^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm;
  for (const [, type, names = '', named, bare, lazy] of text.matchAll(pattern)) {
    const target = named ?? bare ?? lazy ?? '';
    const path = target.startsWith('.')
      ? `./${relative(root, join(root, dirname(file), target)).replaceAll('\\', '/')}`
      : target;
    const inner = names
      .replace(/^\{|\}$/g, '')
      .split(',')
      .filter((name) => name.trim() !== '');
    const typeOnly =
      type !== undefined || (inner.length > 0 && inner.every((name) => /^\s*type\s/.test(name)));
    found.push({ file, module: moduleOf(`/${file}`), target: path, typeOnly });
  }
  return found;
}

/** `/quotas/rules.ts` and `/quotas.ts` are both `quotas`. */
function moduleOf(path: string): string {
  return path.replace(/^\//, '').split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
