/**
 * `plan.schema.json` in an editor: the YAML language server that editors run completes, explains and checks plans
 * with it. Where the server (a package for development only) does not start, the tests are skipped and say why.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planJsonSchema } from '../src/plan/json-schema.ts';
import { type Editor, startEditor } from './language-server.ts';

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'survey-editor-'));
const plans = readdirSync(join(root, 'plans'));

// Plans name their schema as ../../plan.schema.json: the one of this very code.
writeFileSync(join(work, 'plan.schema.json'), JSON.stringify(planJsonSchema()));
const uriOf = (name: string): string =>
  pathToFileURL(join(work, 'plans', name, 'plan.yaml')).toString();
const textOf = (name: string): string =>
  readFileSync(join(root, 'plans', name, 'plan.yaml'), 'utf8');

let editor: Editor;
let missing: string | null = null;
beforeAll(async () => {
  const started = await startEditor();
  if (typeof started === 'string') missing = started;
  else editor = started;
});
beforeEach((context) => {
  if (missing !== null) context.skip(missing);
});
afterAll(() => {
  if (missing === null) editor.close();
  rmSync(work, { recursive: true, force: true });
});

const head = '# yaml-language-server: $schema=../../plan.schema.json\n';

describe('an editor with plan.schema.json', () => {
  test.each(plans)('finds nothing wrong with %s', async (name) => {
    expect(await editor.open(uriOf(name), textOf(name))).toEqual([]);
  });

  test.each(plans)('finds what is mistyped deep inside %s', async (name) => {
    const text = textOf(name).replace('\n    quota:', '\n    qouta:');
    const found = await editor.open(uriOf(`${name}-mistyped`), text);
    const line = text.split('\n').findIndex((one) => one.includes('qouta'));
    const here = found.filter(({ range }) => range.start.line === line);
    expect(here.map(({ message }) => message).join()).toContain('qouta');
  });

  test('marks a mistyped key at its line', async () => {
    const text = `${head}survey: thu-2024\ntittle: Khảo sát thử\n`;
    const found = await editor.open(uriOf('mistyped'), text);
    expect(found.map(({ message, range }) => [range.start.line, message])).toContainEqual([
      2,
      expect.stringContaining('tittle'),
    ]);
  });

  test('explains a key in English and Vietnamese', async () => {
    const text = `${head}survey: thu-2024\ntitle: Khảo sát thử\nfieldwork:\n  closes: 2024-09-30\n`;
    await editor.open(uriOf('hover'), text);
    const shown = await editor.hover(uriOf('hover'), 4, 4);
    expect(shown).toContain('Last day for answers.');
    expect(shown).toContain('Hạn trả lời.');
  });

  test('offers the quota rules and modifiers inside quota', async () => {
    const text = `${head}groups:\n  - id: staff\n    name: Công chức\n    quota:\n      \n`;
    await editor.open(uriOf('quota'), text);
    const labels = await editor.complete(uriOf('quota'), 5, 6);
    expect(labels).toEqual(expect.arrayContaining(['total', 'per', 'split', 'reserve', 'except']));
    expect(labels).not.toContain('form');
  });

  test('offers the values of a key that has a list of them', async () => {
    const text = `${head}fieldwork:\n  modes: [paper]\ngroups:\n  - id: staff\n    mode: \n`;
    await editor.open(uriOf('mode'), text);
    expect(await editor.complete(uriOf('mode'), 5, 10)).toEqual(
      expect.arrayContaining(['paper', 'online', 'qr', 'interview', 'post']),
    );
  });

  test('offers the keys of a task', async () => {
    const text = `${head}tasks:\n  - id: in-phieu\n    \n`;
    await editor.open(uriOf('task'), text);
    const labels = await editor.complete(uriOf('task'), 3, 4);
    expect(labels).toEqual(expect.arrayContaining(['name', 'days', 'after', 'due']));
  });
});
