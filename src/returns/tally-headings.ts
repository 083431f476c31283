/** What the headings and words of a paper tally mean, beside those that name one field. */
import { matchName, nameKey } from '../names.ts';
import { type MissingKind, missingKinds } from '../stats/missing.ts';
import type { TableHead } from '../table.ts';
import { missingCodes, optionNamed } from './answers.ts';
import { type Field, fieldHeading, fieldKeys, headingsOf } from './fields.ts';
import type { HeadingMeaning } from './headings.ts';
import type { Known } from './known.ts';
import { headingQuestions } from './question-names.ts';

/** Columns for forms without an answer, by why. */
export const missingFields: Readonly<Record<MissingKind, Field>> = {
  blank: 'blank',
  'two-marks': 'two_marks',
  'dont-know': 'dont_know',
  'not-asked': 'not_asked',
};

/**
 * Columns of a tally: long (a line per option), wide (a column per option), or crossed (a line per option, a column
 * per question).
 */
export function tallyMeanings(known: Known, table: TableHead): readonly HeadingMeaning[] {
  const keys = fieldKeys('tallies');
  const fields = table.columns.map((heading) => keys.get(nameKey(heading)) ?? null);
  const isByOption = fields.includes('option');
  const isCrossed = isByOption && !fields.includes('count') && !fields.includes('question');
  const scales = isByOption
    ? []
    : [...known.questions.values()].flatMap(({ scale }) => scale ?? []);
  const questionsOf = headingQuestions(known);
  const meaningOf = (words: string): Omit<HeadingMeaning, 'column' | 'heading'> => {
    const options = new Map<string, string>();
    for (const scale of scales) {
      const code = optionNamed(scale, words);
      if (code !== null && isWritten(scale.scale.options, code, words)) {
        options.set(scale.scale.id, code);
      }
    }
    const questions = isCrossed ? questionsOf(words) : [];
    const field = fieldOf(keys, words, options.size > 0 || questions.length > 0);
    return { field, questions, options };
  };
  return table.columns.map((heading, column): HeadingMeaning => {
    for (const words of waysToRead(heading)) {
      const meaning = meaningOf(words);
      const { field, questions, options } = meaning;
      if (field !== null || questions.length > 0 || options.size > 0) {
        return { column, heading, ...meaning };
      }
    }
    return { column, heading, field: null, questions: [], options: new Map() };
  });
}

/** “Rất hài lòng (%)” reads like the option, but holds its share; “Trên 50%” is an option of that name. */
function isWritten(
  options: readonly { readonly code: string; readonly label: string }[],
  code: string,
  words: string,
): boolean {
  const label = options.find((one) => one.code === code)?.label ?? '';
  return !isPercent(words) || isPercent(label);
}

function isPercent(words: string): boolean {
  return /%|(?<!\p{L})(?:t[ỷỉ]\s+lệ|percent|phần trăm)(?!\p{L})/iu.test(words);
}

/** What gives way to an option of that name: a scale may offer “Không biết” itself. */
const givingWay: readonly Field[] = [
  'unused',
  'two_marks',
  'dont_know',
  'not_asked',
  'answered',
  'total',
  'percent',
  'part',
];

function fieldOf(keys: ReadonlyMap<string, Field>, words: string, isElse: boolean): Field | null {
  const field = keys.get(nameKey(words)) ?? null;
  if (field !== null) return isElse && givingWay.includes(field) ? null : field;
  if (isElse) return null;
  if (voidReasonOf(words) !== null) return 'void_by';
  return isPercent(words) ? 'percent' : null;
}

/** Two rows of headings are put together with a stroke: “Rất hài lòng / SL”, “Số phiếu / Phát ra”. */
function waysToRead(heading: string): readonly string[] {
  const pieces = heading.split(/\s+\/\s+/);
  if (pieces.length < 2) return [heading];
  const last = pieces.at(-1) ?? '';
  const before = pieces.slice(0, -1).join(' / ');
  if (isPercent(last)) return [heading];
  const isCount = countWords.has(nameKey(last));
  return isCount ? [heading, before, pieces.at(-2) ?? ''] : [heading, last];
}

const countWords = new Set(
  ['Số lượng', 'SL', 'Số phiếu', 'Số phiếu chọn', 'Phiếu', 'Lượt', 'Số lượt', 'count', 'n'].map(
    nameKey,
  ),
);

const voidBecause =
  /^(?:(?:số\s+)?phiếu\s+)?(?:không\s+hợp\s+lệ|void)\s*(?:\(\s*(.+?)\s*\)?|(?:[:/–—-]|\s(?:do|vì|because)\s)\s*(.+))$/iu;

/** “Không hợp lệ: không dấu” → “không dấu”; null where a heading gives no reason. */
export function voidReasonOf(heading: string): string | null {
  const found = voidBecause.exec(heading.normalize('NFC'));
  return found?.[1] ?? found?.[2]?.trim() ?? null;
}

/** The reason as it is kept: in the plan's words where it names reasons. */
export function voidReasonIn({ plan }: Known, heading: string): string {
  const written = voidReasonOf(heading) ?? heading;
  const among = (plan.returns.reasons ?? []).map((name) => ({ id: name, name }));
  const match = matchName(written, among);
  return match.kind === 'exact' ? match.found.name : written;
}

/** Why the forms that an option cell stands for gave no answer, in the plan's codes or in words; null: it does not say. */
export function missingWord({ plan }: Known, text: string): MissingKind | null {
  const key = nameKey(text);
  if (text === '') return null;
  const isNamed = (kind: MissingKind): boolean =>
    headingsOf('tallies', missingFields[kind]).some((word) => nameKey(word) === key);
  return missingCodes(plan.returns)(text) ?? missingKinds.find(isNamed) ?? null;
}

/** How a clerk heads the forms without an answer: “Bỏ trống”. */
export function missingHeading(kind: MissingKind): string {
  return fieldHeading('tallies', missingFields[kind]);
}

/** As findings take it: they have their own word for `blank` in each language. */
export function missingName(kind: MissingKind): string {
  return kind === 'blank' ? 'blank' : missingHeading(kind);
}

/** A round of counting as it is kept, the same for “Đợt 1”, “đợt 01” and “1”; null: the cell names none. */
export function partKey(text: string): string | null {
  const key = nameKey(text);
  if (key === '' || notApart.has(key)) return null;
  return key.replace(/^(?:đợt|lần|phần|part|round)(?: kiểm(?: đếm)?)? (?=\S)/u, '');
}

const notApart = new Set(
  ['không', 'no', 'cả', 'tất cả', 'toàn bộ', 'đủ', 'all', 'whole'].map(nameKey),
);
