/**
 * Paper tallies, unit by unit: the lines of one group and unit stand or fall together, because the forms
 * behind a wrong line cannot be counted in part.
 */
import { finding } from '../findings/catalogue.ts';
import type { Where } from '../findings/finding.ts';
import type { PlaceId, QuestionId, UnitId } from '../plan/plan.ts';
import { whereIn } from '../table.ts';
import type { CustodyEntry, TallyEntry } from './batch.ts';
import {
  type CustodyCounts,
  type CustodyTarget,
  custodyTarget,
  readBlockCustody,
} from './custody.ts';
import { countedBefore, custodyPrint, type Earlier, overlap } from './earlier.ts';
import { groupBy } from './group-by.ts';
import type { KnownGroup } from './known.ts';
import { fieldHeading, type Reading, rowName } from './reading.ts';
import type { Rejected } from './settle.ts';
import type { Count } from './tally-counts.ts';
import type { TallyLine } from './tally-lines.ts';

export interface SettledTallies {
  readonly tallies: readonly TallyEntry[];
  readonly custody: readonly CustodyEntry[];
  readonly rejected: readonly Rejected[];
}

/** The lines about one group and unit (found at one place), in file order. */
export interface Block {
  readonly group: KnownGroup;
  readonly unit: UnitId;
  readonly place: PlaceId | null;
  readonly lines: readonly TallyLine[];
  readonly first: TallyLine;
  readonly target: CustodyTarget;
}

export function settleTallies(
  reading: Reading,
  lines: readonly TallyLine[],
  earlier: Earlier,
): SettledTallies {
  const blocks = blocksOf(lines);
  const custody = new Map(blocks.map((block) => [block, readBlockCustody(reading, block)]));
  agreeOnSharedCustody(reading, custody, earlier);
  const entries = new Map(
    blocks.map((block) => [block, checkBlock(reading, block, custody.get(block) ?? null, earlier)]),
  );
  for (const block of blocks) overlapping(reading, block, blocks);
  const good = blocks.filter((block) => block.lines.every(({ reasons }) => reasons.length === 0));
  const taken = new Set(good.flatMap((block) => block.lines));
  for (const block of blocks) if (!good.includes(block)) spoil(reading, block);
  const rejected = lines
    .filter((line) => !taken.has(line))
    .map(({ row, reasons }) => ({ row, reasons }));
  return {
    tallies: good.flatMap((block) => entries.get(block) ?? []),
    custody: custodyEntries(good, custody),
    rejected,
  };
}

function blocksOf(lines: readonly TallyLine[]): readonly Block[] {
  const byKey = groupBy(lines, ({ group, unit, place }) =>
    group === null || unit === null ? null : [group.group.id, unit, place ?? ''].join('\n'),
  );
  return [...byKey.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || first.group === null || first.unit === null) return [];
    const { group, unit, place } = first;
    return [{ group, unit, place, lines: same, first, target: custodyTarget(group, unit, place) }];
  });
}

/** Reports what is wrong with the block on its lines; its entries are good only if nothing was. */
function checkBlock(
  reading: Reading,
  block: Block,
  custody: CustodyCounts | null,
  earlier: Earlier,
): readonly TallyEntry[] {
  const { group, unit, place, lines, first } = block;
  const isAboutMany = group.group.about.kind === 'units';
  const piece = { group: group.group.id, unit, place };
  const counted = countedBefore(earlier, piece, 'tallies', isAboutMany);
  if (counted !== null) {
    const args = { group: group.group.id, unit, batch: counted.batch, kind: counted.kind };
    first.reasons.push(finding('returns/already-counted', placeOf(reading, first, 'unit'), args));
  }
  const questions = groupBy(lines, (line) => line.question?.question.id ?? null);
  const missing = group.form.questions
    .filter(({ kind, per }) => kind === 'scale' && !(group.isGrid && per === 'sheet'))
    .filter(({ id }) => !questions.has(id));
  if (missing.length > 0) {
    const args = { unit, group: group.group.id, questions: missing.map(({ id }) => id) };
    first.reasons.push(finding('returns/question-missing', placeOf(reading, first, 'unit'), args));
  }
  return [...questions].flatMap(([id, same]) => checkQuestion(reading, block, id, same, custody));
}

function checkQuestion(
  reading: Reading,
  { group, unit, place }: Block,
  id: QuestionId,
  lines: readonly TallyLine[],
  custody: CustodyCounts | null,
): readonly TallyEntry[] {
  const [first] = lines;
  const options = first?.question?.scale?.scale.options ?? [];
  if (first === undefined) return [];
  const counts: Record<string, number> = {};
  let isWhole = true;
  for (const { code } of options) {
    const count = onlyCount(reading, id, code, lines, (line) => line.counts.get(code) ?? null);
    if (typeof count !== 'number') isWhole = false;
    else counts[code] = count;
    if (count === null) {
      const args = { question: id, option: code };
      first.reasons.push(
        finding('returns/count-missing', placeOf(reading, first, 'question'), args),
      );
    }
  }
  const blank = onlyCount(reading, id, 'blank', lines, (line) => line.blank) ?? 0;
  if (!isWhole || typeof blank !== 'number') return [];
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  if (typeof custody?.valid === 'number' && sum + blank !== custody.valid) {
    const args = { question: id, sum, blank, valid: custody.valid };
    first.reasons.push(
      finding('returns/does-not-add-up', placeOf(reading, first, 'question'), args),
    );
  }
  const about = { form: group.form.id, group: group.group.id, unit, place };
  return [{ ...about, question: id, counts, blank, row: first.row.row }];
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
    const at = placeOf(reading, line, 'question');
    const args = { question, option, row: first?.row.row ?? 0 };
    const isSaid = line.reasons.some(({ code }) => code === 'returns/line-twice');
    if (!isSaid) line.reasons.push(finding('returns/line-twice', at, args));
  }
  return first === undefined ? null : read(first);
}

/** One block for a unit as a whole and one for a place in it would count the same forms twice. */
function overlapping(reading: Reading, block: Block, blocks: readonly Block[]): void {
  const { group, unit, place, first } = block;
  const other = blocks.find(
    (one) =>
      one !== block &&
      overlap(
        { group: one.group.group.id, unit: one.unit, place: one.place },
        { group: group.group.id, unit, place },
      ),
  );
  if (other === undefined) return;
  const at = placeOf(reading, first, 'unit');
  const batch = rowName(reading, other.first.row.row);
  const args = { group: group.group.id, unit, batch, kind: 'tallies' } as const;
  first.reasons.push(finding('returns/already-counted', at, args));
}

/** Custody of a whole group is written beside each unit that it rates, and must be the same there. */
function agreeOnSharedCustody(
  reading: Reading,
  custody: ReadonlyMap<Block, CustodyCounts | null>,
  earlier: Earlier,
): void {
  const byTarget = groupBy(custody, ([block]) => block.target.key);
  for (const [key, same] of byTarget) {
    const stated = same.flatMap(([block, counts]) =>
      counts === null ? [] : [{ block, print: custodyPrint(counts) }],
    );
    // Forms of a unit's own that are already counted are found as such.
    const isShared = same[0]?.[0].target.unit === null;
    const before = isShared ? earlier.custody.get(key) : undefined;
    for (const { block, print } of stated) {
      const other = stated.find((one) => one.print !== print);
      const here = other && rowName(reading, other.block.first.row.row);
      const source = here ?? (before?.print === print ? undefined : before?.batch);
      if (source === undefined) continue;
      const args = { group: block.group.group.id, source };
      const at = placeOf(reading, block.first, 'valid');
      block.first.reasons.push(finding('returns/custody-differs', at, args));
    }
  }
}

function custodyEntries(
  blocks: readonly Block[],
  custody: ReadonlyMap<Block, CustodyCounts | null>,
): readonly CustodyEntry[] {
  const entries = new Map<string, CustodyEntry>();
  for (const block of blocks) {
    const counts = custody.get(block) ?? null;
    if (counts === null || entries.has(block.target.key)) continue;
    const { group, target, first } = block;
    const about = { form: group.form.id, group: group.group.id };
    const { unit, place } = target;
    entries.set(target.key, { ...about, unit, place, ...counts, row: first.row.row });
  }
  return [...entries.values()];
}

/** Every line of a block with a wrong line is rejected; those without a reason of their own name it. */
function spoil(reading: Reading, { lines, unit }: Block): void {
  const rows = lines.filter(({ reasons }) => reasons.length > 0).map(({ row }) => row.row);
  for (const { row, reasons } of lines) {
    if (reasons.length > 0) continue;
    reasons.push(finding('returns/with-wrong-line', whereIn(reading.table, row), { unit, rows }));
  }
}

function placeOf(
  reading: Reading,
  { row }: TallyLine,
  field: 'unit' | 'question' | 'valid',
): Where {
  return whereIn(reading.table, row, fieldHeading(reading, field));
}
