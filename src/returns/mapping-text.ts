/** Meanings of columns as a mapping file and `batch.json` write them: `serial`, `q1`, `q2/3`, `q1[so-noi-vu]`, `ignored`. */
import { seenHeading } from './exports/system.ts';
import { isField } from './fields.ts';
import type { Known } from './known.ts';
import type { Mapping, Meaning } from './mapping.ts';

/** Written where nothing could be found out: whoever corrects the file fills it in. */
export const unanswered = '?';

export function meaningText(meaning: Meaning): string {
  if (meaning.kind === 'ignored') return 'ignored';
  if (meaning.kind === 'field') return meaning.field;
  const option = meaning.option === null ? '' : `/${meaning.option}`;
  const unit = meaning.unit === null ? '' : `[${meaning.unit}]`;
  return `${meaning.ids.join(' | ')}${option}${unit}`;
}

/** Null: the text means nothing in this plan. */
export function readMeaning(known: Known, text: string): Meaning | null {
  const written = text.trim();
  if (written === 'ignored') return { kind: 'ignored' };
  if (isField('rows', written)) return { kind: 'field', field: written };
  const [, names = '', option = null, unit = null] =
    /^([^/[\]]+?)(?:\s*\/\s*([^/[\]]+?))?(?:\s*\[([^\]]+)\])?$/.exec(written) ?? [];
  const ids = names.split('|').map((id) => id.trim());
  const questions = ids.map((id) => known.questions.get(id));
  if (questions.some((question) => question === undefined)) return null;
  if (unit !== null && !known.plan.units.some(({ id }) => id === unit)) return null;
  const hasOption = questions.every(
    (found) =>
      found?.question.kind === 'multiple' &&
      found.scale?.scale.options.some(({ code }) => code === option),
  );
  if (option !== null && !hasOption) return null;
  return { kind: 'question', ids, option, unit };
}

/** The file that a person may correct. `undecided`: headings of which nobody knows yet what they are. */
export function renderMapping(
  mapping: Mapping,
  undecided: readonly string[],
  title: string,
): string {
  const open = new Set(undecided);
  const columns = [...mapping.columns].flatMap(([heading, meaning]) => {
    const as = open.has(heading) ? unanswered : meaningText(meaning);
    return noKeys.has(heading) ? [] : [line('  ', heading, quoted(as))];
  });
  const values = [...mapping.values].flatMap(([id, codes]) => [
    `  ${quoted(id)}:`,
    ...[...codes].map(([written, code]) => line('    ', written, quoted(code))),
  ]);
  const exclude = [...mapping.exclude].map(([heading, texts]) =>
    line('  ', heading, `[${texts.map(quoted).join(', ')}]`),
  );
  return [
    ...title.split('\n').map((line) => `# ${line}`.trimEnd()),
    `export: ${mapping.export}`,
    'columns:',
    ...columns,
    ...(values.length === 0 ? [] : ['values:', ...values]),
    ...(exclude.length === 0 ? [] : ['exclude:', ...exclude]),
    ...(mapping.group === null ? [] : [`group: ${quoted(mapping.group)}`]),
    ...(mapping.form === null ? [] : [`form: ${quoted(mapping.form)}`]),
    `times: ${mapping.times}`,
    ...(mapping.dates === null ? [] : [`dates: ${quoted(mapping.dates)}`]),
    ...(mapping.decimal === null ? [] : [`decimal: ${mapping.decimal}`]),
    '',
  ].join('\n');
}

/** Headings that YAML keeps for itself; no question is called so. */
const noKeys = new Set(['<<', '__proto__']);

/** The longest key that YAML takes without the mark `?` before it. */
const longestKey = 1000;

function line(indent: string, key: string, value: string): string {
  const written = quoted(seenHeading(key));
  return written.length > longestKey
    ? `${indent}? ${written}\n${indent}: ${value}`
    : `${indent}${written}: ${value}`;
}

/** YAML in double quotes: any text but control characters, which no heading has. */
function quoted(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(text) && !/^(?:null|Null|NULL)$/.test(text)
    ? text
    : JSON.stringify(text);
}
