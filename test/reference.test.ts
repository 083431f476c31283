/**
 * The reference page cannot lie: every key and every choice of the plan language has words in both languages and
 * an example, every example runs and answers what stands in it, and every link between the pages leads somewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  examplesFolder,
  loadExample,
  loadTopics,
  runExample,
} from '../scripts/reference/examples.js';
import { scalarWords } from '../scripts/reference/words.js';
import { planKeys, type Shape } from '../src/plan/reference.ts';

const keys = planKeys();
const keyAt = new Map(keys.map((key) => [key.path, key]));
const topics = loadTopics();
const names = topics.flatMap(({ examples }) => examples);
const root = join(import.meta.dirname, '..');

describe('examples', () => {
  test.each(names)('%s', async (name) => {
    const example = loadExample(name);
    const { en, vi, answer, warns, quiet } = example.notes;
    const run = await runExample(example);
    const expected = new Set(`${warns} ${quiet}`.split(' ').filter((code) => code !== ''));
    expect(new Set(run.findings.map(({ code }) => code))).toEqual(expected);
    expect(run.ok).toBe(true);
    expect(run.answer).toBe(answer ?? null);
    expect([en, vi]).not.toContain(undefined);
  });

  test('every file is on the page, once', () => {
    const files = readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\/.*\.yaml$/.test(file));
    expect([...names].sort()).toEqual(files.map((file) => file.replace(/\.yaml$/, '')).sort());
  });

  test('a section under another one stands right after it or its like', () => {
    const astray = topics.filter(({ under }, at) => {
      const before = topics[at - 1];
      return under !== undefined && before?.id !== under && before?.under !== under;
    });
    expect(astray.map(({ id }) => id)).toEqual([]);
  });

  test('every table in frame/ is used', () => {
    const used = names.map((name) => loadExample(name).plan).join('\n');
    const files = readdirSync(join(examplesFolder, 'frame'));
    expect(files.filter((file) => !used.includes(`frame/${file}`))).toEqual([]);
  });
});

describe('keys of the plan language', () => {
  test('each is described in both languages', () => {
    const mute = keys.filter(({ path, text }) => text === null && !path.endsWith('.*'));
    expect(mute.map(({ path }) => path)).toEqual([]);
    const half = keys.filter(({ text }) => text?.en.trim() === '' || text?.vi.trim() === '');
    expect(half.map(({ path }) => path)).toEqual([]);
  });

  test('each choice that may be left out says what then holds', () => {
    const silent = keys
      .filter(({ required, like, shapes }) => {
        const [only] = shapes;
        const choice = shapes.length === 1 && only?.kind === 'scalar' && only.allowed.length > 0;
        return choice && required === 'no' && like === null;
      })
      .filter(({ text }) => !/default/.test(text?.en ?? '') || !/mặc định/.test(text?.vi ?? ''));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('each has its place on the page', () => {
    const claimed = topics.flatMap((topic) => topic.keys);
    expect(claimed.filter((claim) => !keys.some(({ path }) => path === claim))).toEqual([]);
    const homeless = keys.filter(
      ({ path }) => !claimed.some((claim) => path === claim || path.startsWith(`${claim}.`)),
    );
    expect(homeless.map(({ path }) => path)).toEqual([]);
  });

  test('each stands in an example, and each choice of each', () => {
    const used = new Set(names.flatMap((name) => usedIn(parse(loadExample(name).plan))));
    const wanted = keys
      .filter(({ like }) => like === null)
      .flatMap(({ path, shapes }) => [
        path,
        ...choicesOf(shapes).map((choice) => `${path}=${choice}`),
      ]);
    expect(wanted.filter((path) => !used.has(path))).toEqual([]);
  });

  test('the words for what may stand there are there', () => {
    const scalars = new Set(keys.flatMap(({ shapes }) => scalarsOf(shapes)));
    expect([...scalars].filter((name) => scalarWords[name] === undefined)).toEqual([]);
  });
});

describe('links', () => {
  const pages = ['README.md', 'README.vi.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md'));

  test('the list of rules names examples that are there, and all of them', () => {
    const rules = textOf('docs/examples/README.md');
    const named = [...rules.matchAll(/\b([a-z]+\/[a-z-]+)(\*?)/g)].flatMap(([, name, more]) =>
      more === '*' ? names.filter((one) => one.startsWith(name ?? '')) : [name],
    );
    const folders = new Set(names.map((name) => dirname(name)));
    const given = named.filter((name) => folders.has(dirname(name ?? '')));
    expect(given.filter((name) => !names.includes(name ?? ''))).toEqual([]);
    expect(names.filter((name) => !given.includes(name))).toEqual([]);
  });

  test.each([...pages, ...docs])('of %s', (page) => {
    const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
    const dead = links.filter((link) => !/^https?:/.test(link) && !leads(link, page));
    expect(dead).toEqual([]);
  });
});

/** Paths of the keys in a plan as written, and `path=value` where the value is one of a few. */
function usedIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => usedIn(item, path));
  if (typeof value !== 'object' || value === null) return [`${path}=${value}`];
  return Object.entries(value).flatMap(([name, inner]) => {
    const key = keyAt.get(path === '' ? name : `${path}.${name}`) ?? keyAt.get(`${path}.*`);
    if (key === undefined) throw new Error(`${path}.${name} is no key`);
    const at = key.like ?? key.path;
    return [key.path, at, ...usedIn(inner, at)];
  });
}

function choicesOf(shapes: readonly Shape[]): readonly string[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'scalar') return shape.allowed;
    // What stands under a name is a key of its own, `.*`.
    return shape.kind === 'list' ? choicesOf(shape.of) : [];
  });
}

function scalarsOf(shapes: readonly Shape[]): readonly string[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'scalar') return shape.allowed.length > 0 ? [] : [shape.name];
    return shape.kind === 'keys' ? [] : scalarsOf(shape.of);
  });
}

function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** A file that is there and, after `#`, a heading or an anchor in it. */
function leads(link: string, page: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : join(dirname(page), file);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsOf(textOf(target)).has(decodeURIComponent(anchor));
}

function anchorsOf(text: string): ReadonlySet<string> {
  const written = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) => slug(title ?? ''));
  return new Set([...written, ...headings]);
}

/** As GitHub makes it of a heading. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}
