/** One question of one unit's tally: its lines put together, and held against the valid forms. */
import { finding } from '../findings/catalogue.ts';
import type { QuestionId } from '../plan/plan.ts';
import { type Missing, missingKinds, missingTotal, noneMissing } from '../stats/missing.ts';
import { whereIn } from '../table.ts';
import { optionName } from './answers.ts';
import type { TallyEntry } from './batch.ts';
import { fieldHeading, type Reading } from './reading.ts';
import type { Block } from './tally-blocks.ts';
import type { Count } from './tally-counts.ts';
import { missingName } from './tally-headings.ts';
import type { TallyLine } from './tally-lines.ts';

const misread = 'returns/unknown-tally-option';

interface OptionCount {
  readonly code: string;
  readonly name: string;
  /** Null: no line counts it. */
  readonly count: number | null;
}

/** What the lines of a question count; every figure is one. */
interface Given {
  readonly options: readonly OptionCount[];
  readonly sum: number;
  readonly missing: Missing;
  readonly answered: number | null;
}

/**
 * The counts of one question; null when they cannot be told, which is reported on the lines. Options that
 * a long tally leaves out count 0 only where those it lists already make up every valid form.
 */
export function tallyEntry(
  reading: Reading,
  block: Block,
  question: QuestionId,
  lines: readonly TallyLine[],
  valid: number | null,
): TallyEntry | null {
  const [first] = lines;
  const given = givenCounts(reading, question, lines);
  if (first === undefined || given === null) return null;
  // A line whose option cannot be read says so itself; what it counts is not missing.
  if (lines.some(({ reasons }) => reasons.some(({ code }) => code === misread))) return null;
  checkLineTotals(reading, lines, given);
  const isMultiple = first.question?.question.kind === 'multiple';
  const check = isMultiple ? checkMultiple : checkOneEach;
  if (!check({ reading, block, question, first, given, valid })) return null;
  const { group, unit, place, part } = block;
  const about = { form: group.form.id, group: group.group.id, unit, place, part };
  const counts = Object.fromEntries(given.options.map(({ code, count }) => [code, count ?? 0]));
  const { missing } = given;
  const answered = isMultiple ? mostAnswered(given, valid) : null;
  return { ...about, question, counts, answered, missing, row: first.row.row };
}

/** Null when a figure cannot be read, which its line reports. */
function givenCounts(
  reading: Reading,
  question: QuestionId,
  lines: readonly TallyLine[],
): Given | null {
  const scale = lines[0]?.question?.scale?.scale ?? null;
  if (scale === null) return null;
  const only = (name: string, read: (line: TallyLine) => Count | null): Count | null =>
    onlyCount(reading, question, name, lines, read);
  const options = scale.options.map(({ code, label }) => {
    const name = optionName({ code, label });
    return { code, name, count: only(name, (line) => line.counts.get(code) ?? null) };
  });
  const missing = missingKinds.map(
    (kind) => [kind, only(missingName(kind), (line) => line.missing.get(kind) ?? null)] as const,
  );
  const answered = only('answered', (line) => line.answered);
  const all = [
    answered,
    ...options.map(({ count }) => count),
    ...missing.map(([, count]) => count),
  ];
  if (all.some((count) => typeof count === 'string')) return null;
  const number = (count: Count | null): number | null => (typeof count === 'number' ? count : null);
  const known = options.map((option) => ({ ...option, count: number(option.count) }));
  return {
    options: known,
    sum: known.reduce((total, { count }) => total + (count ?? 0), 0),
    missing: {
      ...noneMissing,
      ...Object.fromEntries(missing.map(([kind, count]) => [kind, number(count) ?? 0])),
    },
    answered: number(answered),
  };
}

interface Check {
  readonly reading: Reading;
  readonly block: Block;
  readonly question: QuestionId;
  readonly first: TallyLine;
  readonly given: Given;
  /** Valid forms; null: not known, which is reported elsewhere, or another survey's and not stated. */
  readonly valid: number | null;
}

/** One option a form: options + forms without an answer = valid forms. */
function checkOneEach({ reading, block, question, first, given, valid }: Check): boolean {
  const { sum, missing, options, answered } = given;
  const at = whereIn(reading.table, first.row, fieldHeading(reading, 'question'));
  const omitted = options.filter(({ count }) => count === null).map(({ name }) => name);
  const blank = missing.blank;
  const without = missingTotal(missing) - blank;
  if (valid !== null && sum + blank + without !== valid) {
    first.reasons.push(
      omitted.length > 0
        ? finding('returns/count-missing', at, { question, options: omitted })
        : finding('returns/does-not-add-up', at, { question, sum, blank, without, valid }),
    );
    return false;
  }
  if (answered !== null && answered !== sum) {
    first.reasons.push(finding('returns/answered-differs', at, { question, answered, sum }));
    return false;
  }
  if (valid === null && omitted.length > 0) {
    // Elsewhere the missing count of valid forms is what is wrong, and is said.
    if (block.group.isBorrowed) {
      first.reasons.push(finding('returns/count-missing', at, { question, options: omitted }));
    }
    return false;
  }
  return true;
}

/** Any number of options a form: none can have been chosen on more forms than answered. */
function checkMultiple({ reading, block, question, first, given, valid }: Check): boolean {
  const { options, answered } = given;
  const at = whereIn(reading.table, first.row, fieldHeading(reading, 'question'));
  const omitted = options.filter(({ count }) => count === null).map(({ name }) => name);
  if (omitted.length > 0) {
    first.reasons.push(finding('returns/count-missing', at, { question, options: omitted }));
    return false;
  }
  const most = mostAnswered(given, valid);
  if (most === null) {
    const args = { question, options: ['answered'] };
    if (block.group.isBorrowed) first.reasons.push(finding('returns/count-missing', at, args));
    return false;
  }
  if (answered !== null && answered !== most) {
    first.reasons.push(finding('returns/answered-differs', at, { question, answered, sum: most }));
    return false;
  }
  const over = options.filter(({ count }) => (count ?? 0) > most);
  for (const { name, count } of over) {
    const args = { question, option: name, count: count ?? 0, most };
    first.reasons.push(finding('returns/more-than-answered', at, args));
  }
  return over.length === 0;
}

/** Forms that can have chosen an option: the valid ones with an answer, else as many as the tally says; null: it does not. */
function mostAnswered({ answered, missing }: Given, valid: number | null): number | null {
  return valid === null ? answered : valid - missingTotal(missing);
}

/** A sum printed beside a line is that of its options, with or without the forms that gave no answer. */
function checkLineTotals(
  reading: Reading,
  lines: readonly TallyLine[],
  { sum, missing }: Given,
): void {
  const sums = [sum, sum + missing.blank, sum + missingTotal(missing)];
  for (const { total, row, reasons } of lines) {
    if (typeof total !== 'number' || sums.includes(total)) continue;
    const heading = fieldHeading(reading, 'total');
    const args = { stated: total, sum: sums.at(-1) ?? 0 };
    reasons.push(finding('returns/wrong-total', whereIn(reading.table, row, heading), args));
  }
}

/** The count that one line gives; null when none does. A second line that gives it is reported. */
function onlyCount(
  reading: Reading,
  question: QuestionId,
  option: string,
  lines: readonly TallyLine[],
  read: (line: TallyLine) => Count | null,
): Count | null {
  const [first, ...others] = lines.filter((line) => read(line) !== null);
  for (const line of others) {
    const at = whereIn(reading.table, line.row, fieldHeading(reading, 'question'));
    const args = { question, option, row: first?.row.row ?? 0 };
    const isSaid = line.reasons.some(({ code }) => code === 'returns/line-twice');
    if (!isSaid) line.reasons.push(finding('returns/line-twice', at, args));
  }
  return first === undefined ? null : read(first);
}
