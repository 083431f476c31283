/** `mappings/<name>.yaml` as text → a mapping, every slip reported at its line. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { nearest } from '../names.ts';
import type { MapEntry, TreeNode } from '../plan/tree.ts';
import { readTree } from '../plan/yaml.ts';
import { type DateFormat, dateFormatNamed, dateFormats } from '../table/date-text.ts';
import { headingKey } from './exports/system.ts';
import { fieldHeadings } from './fields.ts';
import type { Known } from './known.ts';
import { type ExportKind, exportKinds, type Mapping, type Meaning } from './mapping.ts';
import { readMeaning, unanswered } from './mapping-text.ts';

const keys = [
  ...(['export', 'columns', 'values', 'exclude'] as const),
  ...(['group', 'form', 'dates', 'times', 'decimal'] as const),
];

/** What all parts of one file share. */
interface File {
  readonly known: Known;
  readonly findings: Finding[];
  readonly at: (span: MapEntry['keySpan']) => Where;
}

type Entries = ReadonlyMap<string, MapEntry>;

/** A mapping as far as it could be read; its findings matter only to files that it is for. */
export interface SavedMapping {
  /** Null: the file cannot be understood at all. */
  readonly mapping: Mapping | null;
  readonly findings: readonly Finding[];
}

/** `name`: the file's, without its ending. */
export function parseMapping(text: string, file: string, name: string, known: Known): SavedMapping {
  const tree = readTree(text, file);
  const whole = { kind: 'text', file, line: 1, column: 1, length: 1 } as const;
  const notMap = finding('returns/mapping-shape', whole, { key: '', wanted: 'map' });
  // A file without any lines of “key: value” is told in words of a mapping, not of a plan.
  const findings: Finding[] = tree.findings.map((found) =>
    ['plan/empty-file', 'plan/not-a-plan'].includes(found.code) ? notMap : found,
  );
  if (tree.root === null) return { mapping: null, findings };
  const read: File = { known, findings, at: tree.source.where };
  const { entries } = tree.root;
  for (const [key, { keySpan }] of entries) oneOf(read, key, keys, keySpan);
  const columns = readColumns(read, entries);
  const at = entries.get('columns');
  const spans = new Map(
    [...mapOf(read, at, 'columns')].map(([heading, { keySpan }]) => [headingKey(heading), keySpan]),
  );
  const mapping: Mapping = {
    name,
    export: choice(read, entries, 'export', exportKinds) ?? ('table' satisfies ExportKind),
    columns,
    values: readValues(read, entries),
    exclude: readExclude(read, entries),
    group: readNamed(read, entries, 'group'),
    form: readNamed(read, entries, 'form'),
    dates: readFormat(read, entries),
    times: choice(read, entries, 'times', ['utc', 'local'] as const) ?? 'local',
    decimal: choice(read, entries, 'decimal', ['comma', 'point'] as const),
    whereHeading: (heading) => {
      const span = spans.get(headingKey(heading));
      return span === undefined ? whole : tree.source.where(span);
    },
  };
  return { mapping, findings };
}

function readColumns(file: File, entries: Entries): ReadonlyMap<string, Meaning> {
  const columns = new Map<string, Meaning>();
  for (const [heading, { keySpan, value }] of mapOf(file, entries.get('columns'), 'columns')) {
    const as = plainText(file, heading, value);
    if (as === null) continue;
    const meaning = readMeaning(file.known, as);
    columns.set(heading, meaning ?? { kind: 'ignored' });
    if (meaning !== null) continue;
    const names = [...fieldHeadings('rows'), ...file.known.questions.keys()];
    const args = { heading, as, isOpen: as === unanswered, near: nearest(as, names) };
    const at = as === '' ? file.at(keySpan) : file.at(value.span);
    file.findings.push(finding('returns/mapping-meaning', at, args));
  }
  return columns;
}

function readValues(file: File, entries: Entries): Mapping['values'] {
  const values = new Map<string, ReadonlyMap<string, string>>();
  for (const [question, entry] of mapOf(file, entries.get('values'), 'values')) {
    const scale = file.known.questions.get(question)?.scale?.scale ?? null;
    if (scale === null) {
      const near = nearest(question, [...file.known.questions.keys()]);
      const args = { question, code: '', options: [], near };
      file.findings.push(finding('returns/mapping-value', file.at(entry.keySpan), args));
      continue;
    }
    const codes = new Map<string, string>();
    const options = scale.options.map(({ code }) => code);
    for (const [written, { value }] of mapOf(file, entry, question)) {
      const code = plainText(file, written, value);
      if (code === null) continue;
      if (options.includes(code)) codes.set(written, code);
      else {
        const args = { question, code, options, near: nearest(code, options) };
        file.findings.push(finding('returns/mapping-value', file.at(value.span), args));
      }
    }
    values.set(question, codes);
  }
  return values;
}

function readExclude(file: File, entries: Entries): Mapping['exclude'] {
  const exclude = new Map<string, readonly string[]>();
  for (const [heading, { value }] of mapOf(file, entries.get('exclude'), 'exclude')) {
    // One text may stand for a list of one.
    const items = value.kind === 'list' ? value.items : [value];
    const texts = items.flatMap((item) => plainText(file, heading, item, 'list') ?? []);
    exclude.set(heading, texts);
  }
  return exclude;
}

function mapOf(file: File, entry: MapEntry | undefined, key: string): Entries {
  if (entry === undefined) return new Map();
  const { value, keySpan } = entry;
  if (value.kind === 'map') return value.entries;
  if (value.kind === 'text' && value.text === '') return new Map();
  // Asked for twice, told once.
  const found = finding('returns/mapping-shape', file.at(keySpan), { key, wanted: 'map' });
  if (!file.findings.some((one) => JSON.stringify(one) === JSON.stringify(found))) {
    file.findings.push(found);
  }
  return new Map();
}

function plainText(
  file: File,
  key: string,
  value: TreeNode,
  wanted: 'text' | 'list' = 'text',
): string | null {
  if (value.kind === 'text') return value.text;
  file.findings.push(finding('returns/mapping-shape', file.at(value.span), { key, wanted }));
  return null;
}

function textOf(file: File, entries: Entries, key: string): string | null {
  const entry = entries.get(key);
  return entry === undefined ? null : plainText(file, key, entry.value);
}

/** An id, or the name that people call it by. */
function readNamed(file: File, entries: Entries, thing: 'group' | 'form'): string | null {
  const entry = entries.get(thing);
  const text = textOf(file, entries, thing);
  if (entry === undefined || text === null) return null;
  const found = file.known.find[thing](text);
  if (found.kind === 'one') return found.id;
  const { groups, forms } = file.known;
  const ids = [...(thing === 'group' ? groups : forms).keys()];
  const near = found.kind === 'none' ? found.near : found.ids;
  const at = file.at(text === '' ? entry.keySpan : entry.value.span);
  file.findings.push(finding('returns/mapping-key', at, { key: text, keys: ids, near }));
  return null;
}

function readFormat(file: File, entries: Entries): DateFormat | null {
  const text = textOf(file, entries, 'dates');
  if (text === null) return null;
  return dateFormatNamed(text) ?? choice(file, entries, 'dates', dateFormats);
}

function choice<T extends string>(
  file: File,
  entries: Entries,
  key: string,
  among: readonly T[],
): T | null {
  const entry = entries.get(key);
  const text = textOf(file, entries, key);
  if (entry === undefined || text === null) return null;
  return oneOf(file, text, among, text === '' ? entry.keySpan : entry.value.span);
}

function oneOf<T extends string>(
  file: File,
  text: string,
  among: readonly T[],
  span: MapEntry['keySpan'],
): T | null {
  const found = among.find((one) => one === text);
  if (found !== undefined) return found;
  const args = { key: text, keys: among, near: nearest(text, among) };
  file.findings.push(finding('returns/mapping-key', file.at(span), args));
  return null;
}
