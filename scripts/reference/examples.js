/**
 * The examples of docs/examples, each a few sections of a plan, laid over docs/examples/base.yaml and run by the
 * tool itself. The page shows what comes out (../reference.js), the test holds it against the example's `answer`.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readQuotas } from '../../dist/commands/read-quotas.js';
import { nodeIo } from '../../dist/io.js';
import { answers } from './answers.js';

export const examplesFolder = fileURLToPath(new URL('../../docs/examples', import.meta.url));

const textOf = (file) => readFileSync(join(examplesFolder, file), 'utf8');

export function loadTopics() {
  return parse(textOf('topics.yaml'));
}

/** The small plan under all examples. */
export function basePlan() {
  return textOf('base.yaml');
}

/** What stands above this line is as in the example before, and the page does not show it again. */
const cut = '# ▼\n';

/** `quota/each` → its notes (`# key: text` at the top), the text that the page shows, and the whole plan. */
export function loadExample(name) {
  const text = textOf(`${name}.yaml`);
  const head = /^(#.*\n)*/.exec(text)[0];
  const notes = { show: 'quota', points: [], counts: [], replies: [], warns: '', quiet: '' };
  for (const [, key, value] of head.matchAll(/^# (\w+): (.*)$/gm)) {
    if (Array.isArray(notes[key])) notes[key].push(value);
    else notes[key] = value;
  }
  const fragment = text.slice(head.length).trimEnd();
  const plan = over(basePlan(), fragment);
  const shown = fragment.slice(
    fragment.indexOf(cut) === -1 ? 0 : fragment.indexOf(cut) + cut.length,
  );
  const frame = [...new Set([...shown.matchAll(/frame\/[\w-]+\.csv/g)].map(([file]) => file))];
  return { name, notes, shown, plan, frame };
}

/** Sections of the fragment stand instead of the base's own. */
function over(base, fragment) {
  const own = sections(fragment);
  return [...new Map([...sections(base), ...own]).values()].join('\n');
}

function sections(text) {
  return text
    .split(/^(?=[a-z_]+:)/m)
    .filter((part) => /^[a-z_]+:/.test(part))
    .map((part) => [part.slice(0, part.indexOf(':')), part.trimEnd()]);
}

/** Reads the plan and its quotas as any command does; `answer` is one line, `tables` what a reader gets to see. */
export async function runExample(example) {
  const io = exampleIo(example);
  const { survey } = await readQuotas('plan.yaml', io);
  const findings = survey.findings;
  if (!survey.ok) return { ok: false, findings, answer: null, tables: () => [] };
  const made = await answers[example.notes.show](survey.value, example, io);
  return { ok: true, ...made, findings: [...findings, ...(made.findings ?? [])] };
}

/** The survey's folder as the example has it: its plan, and tables that stand in docs/examples/frame. */
function exampleIo({ plan }) {
  const io = nodeIo('vi');
  const at = (file) =>
    join(examplesFolder, file.includes('frame/') ? `frame/${basename(file)}` : 'base.yaml');
  return {
    ...io,
    read: async (file) =>
      file === 'plan.yaml' ? new TextEncoder().encode(plan) : io.read(at(file)),
    stat: async (file) =>
      file === 'plan.yaml' ? { kind: 'file', size: plan.length } : io.stat(at(file)),
  };
}
