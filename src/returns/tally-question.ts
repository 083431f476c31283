/** One question of one unit's tally: its lines put together, and held against the valid forms. */
import { finding } from '../findings/catalogue.ts';
import type { QuestionId } from '../plan/plan.ts';
import { noneMissing } from '../stats/missing.ts';
import { whereIn } from '../table.ts';
import { optionName } from './answers.ts';
import type { TallyEntry } from './batch.ts';
import { fieldHeading, type Reading } from './reading.ts';
import type { Block } from './tally-blocks.ts';
import type { Count } from './tally-counts.ts';
import type { TallyLine } from './tally-lines.ts';

const misread = 'returns/unknown-tally-option';

/**
 * The counts of one question; null when they cannot be told, which is reported on the lines. Options that
 * a long tally leaves out count 0 only where those it lists already make up every valid form.
 */
export function tallyEntry(
  reading: Reading,
  { group, unit, place }: Block,
  question: QuestionId,
  lines: readonly TallyLine[],
  valid: number | null,
): TallyEntry | null {
  const [first] = lines;
  const scale = first?.question?.scale?.scale ?? null;
  if (first === undefined || scale === null) return null;
  const given = scale.options.map(({ code, label }) => {
    const name = optionName({ code, label });
    const read = (line: TallyLine) => line.counts.get(code) ?? null;
    return { code, name, count: onlyCount(reading, question, name, lines, read) };
  });
  const blank = onlyCount(reading, question, 'blank', lines, (line) => line.blank) ?? 0;
  if (typeof blank !== 'number' || given.some(({ count }) => typeof count === 'string'))
    return null;
  const counts = given.map(({ code, count }) => [code, Number(count ?? 0)] as const);
  const sum = counts.reduce((total, [, count]) => total + count, 0);
  const omitted = given.filter(({ count }) => count === null).map(({ name }) => name);
  // A line whose option cannot be read says so itself; what it counts is not missing.
  if (lines.some(({ reasons }) => reasons.some(({ code }) => code === misread))) return null;
  const at = whereIn(reading.table, first.row, fieldHeading(reading, 'question'));
  if (valid !== null && sum + blank !== valid) {
    first.reasons.push(
      omitted.length > 0
        ? finding('returns/count-missing', at, { question, options: omitted })
        : finding('returns/does-not-add-up', at, { question, sum, blank, valid }),
    );
    return null;
  }
  if (valid === null && omitted.length > 0) {
    // Elsewhere the missing count of valid forms is what is wrong, and is said.
    if (group.isBorrowed) {
      first.reasons.push(finding('returns/count-missing', at, { question, options: omitted }));
    }
    return null;
  }
  const about = { form: group.form.id, group: group.group.id, unit, place };
  const missing = { ...noneMissing, blank };
  return { ...about, question, counts: Object.fromEntries(counts), missing, row: first.row.row };
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
