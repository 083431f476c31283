/**
 * Paper tallies, unit by unit: the lines of one group and unit stand or fall together, because the forms
 * behind a wrong line cannot be counted in part.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { PlaceId, QuestionId, UnitId } from '../plan/plan.ts';
import { type TableRow, whereIn } from '../table.ts';
import type { CustodyEntry, PassedOver, TallyEntry } from './batch.ts';
import {
  type CustodyTarget,
  custodyTarget,
  formsOut,
  readCustody,
  type StatedCustody,
} from './custody.ts';
import {
  countedBefore,
  custodyPrint,
  type Earlier,
  overlap,
  pieceKey,
  talliesPrint,
} from './earlier.ts';
import { groupBy } from './group-by.ts';
import type { KnownGroup } from './known.ts';
import { fieldHeading, type Reading, rowName } from './reading.ts';
import type { Rejected } from './settle.ts';
import type { TallyLine } from './tally-lines.ts';
import { tallyEntry } from './tally-question.ts';
import { checkTotals, type TotalsRow } from './tally-totals.ts';

export interface SettledTallies {
  readonly tallies: readonly TallyEntry[];
  readonly custody: readonly CustodyEntry[];
  readonly rejected: readonly Rejected[];
  /** Rows of units that the store already holds with the same figures. */
  readonly skipped: number;
  /** Those, by the import that holds them. */
  readonly passedOver: readonly PassedOver[];
  /** Rows of sums that agree with the lines above them. */
  readonly totals: number;
  /** About the file as a whole. */
  readonly findings: readonly Finding[];
}

/** The lines about one group and unit (found at one place, counted in one round), in file order. */
export interface Block {
  readonly group: KnownGroup;
  readonly unit: UnitId;
  readonly place: PlaceId | null;
  readonly part: string | null;
  readonly lines: readonly TallyLine[];
  readonly first: TallyLine;
  readonly target: CustodyTarget;
}

/** What the lines of a block add up to; good only where nothing was reported on them. */
interface Checked {
  readonly entries: readonly TallyEntry[];
  readonly isHeld: boolean;
  /** Questions that no score needs and the tally leaves out. */
  readonly omitted: readonly QuestionId[];
}

export function settleTallies(
  reading: Reading,
  lines: readonly TallyLine[],
  totals: readonly TotalsRow[],
  earlier: Earlier,
): SettledTallies {
  const blocks = blocksOf(lines);
  const custody = custodyOfBlocks(reading, blocks, earlier);
  const lost = lines.filter(({ unit, question }) => unit === null && question !== null);
  const covered = checkTotals(reading, lines, totals);
  const checked = new Map(
    blocks.map((block) => [block, checkBlock(reading, block, custody, earlier, lost)]),
  );
  for (const block of blocks) overlapping(reading, block, blocks);
  for (const [line, rows] of covered) withWrongTotal(reading, line, rows);
  const isGood = (block: Block): boolean =>
    (custody.get(block.target.key)?.wrong ?? []).length === 0 &&
    block.lines.every(({ reasons }) => reasons.length === 0);
  const good = blocks.filter(isGood);
  for (const block of blocks) {
    if (!good.includes(block)) spoil(reading, block, custody.get(block.target.key)?.wrong ?? []);
  }
  const sound = new Set(good.flatMap((block) => block.lines));
  const wrongTotals = totals.filter(({ reasons }) => reasons.length > 0);
  const rejected = byRow([...lines.filter((line) => !sound.has(line)), ...wrongTotals]);
  const fresh = good.filter((block) => checked.get(block)?.isHeld !== true);
  const held = good.filter((block) => !fresh.includes(block));
  return {
    tallies: fresh.flatMap((block) => checked.get(block)?.entries ?? []),
    custody: custodyEntries(fresh, custody),
    rejected,
    skipped: byRow(held.flatMap((block) => block.lines)).length,
    passedOver: passedOver(held, earlier),
    totals: totals.length - wrongTotals.length,
    findings: omittedFindings(
      reading,
      fresh.flatMap((block) => checked.get(block)?.omitted ?? []),
    ),
  };
}

function passedOver(held: readonly Block[], earlier: Earlier): readonly PassedOver[] {
  const byBatch = groupBy(held, ({ group, unit, place, part }) => {
    const key = pieceKey({ group: group.group.id, unit, place, part });
    const same = earlier.pieces.find((one) => one.kind === 'tallies' && pieceKey(one) === key);
    return same?.batch ?? null;
  });
  return [...byBatch].map(([batch, blocks]) => {
    return { batch, rows: byRow(blocks.flatMap(({ lines }) => lines)).length };
  });
}

/** Each row once, in file order; the lines of a row share their reasons. */
function byRow(
  lines: readonly { readonly row: TableRow; readonly reasons: Finding[] }[],
): readonly Rejected[] {
  const rows = new Map(lines.map(({ row, reasons }) => [row.row, { row, reasons }]));
  return [...rows.values()].sort((one, other) => one.row.row - other.row.row);
}

function withWrongTotal(reading: Reading, line: TallyLine, rows: readonly number[]): void {
  if (line.reasons.length > 0) return;
  const unit = line.unit === null ? '' : reading.known.nameOf('unit', line.unit);
  const at = whereIn(reading.table, line.row);
  line.reasons.push(finding('returns/with-wrong-line', at, { unit, rows }));
}

function blocksOf(lines: readonly TallyLine[]): readonly Block[] {
  const byKey = groupBy(lines, ({ group, unit, place, part }) =>
    group === null || unit === null
      ? null
      : [group.group.id, unit, place ?? '', part ?? ''].join('\n'),
  );
  return [...byKey.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || first.group === null || first.unit === null) return [];
    const { group, unit, place, part } = first;
    const target = custodyTarget(group, unit, place, part);
    return [{ group, unit, place, part, lines: same, first, target }];
  });
}

/** By the key of the custody; the units that a whole group rates share one. */
function custodyOfBlocks(
  reading: Reading,
  blocks: readonly Block[],
  earlier: Earlier,
): ReadonlyMap<string, StatedCustody> {
  const stated = new Map<string, StatedCustody>();
  const out = formsOutBefore(earlier);
  for (const [key, same] of groupBy(blocks, ({ target }) => target.key)) {
    const row = same[0]?.target.row ?? key;
    const others = out.get(row) ?? new Map<string, number>();
    const elsewhere = [...others].reduce((sum, [of, count]) => sum + (of === key ? 0 : count), 0);
    const custody = readCustody(reading, same, earlier.custody.get(key), elsewhere);
    if (custody.counts !== null) out.set(row, new Map(others).set(key, formsOut(custody.counts)));
    stated.set(key, custody);
  }
  return stated;
}

/** Quota row → custody key → forms, of what earlier files account for. */
function formsOutBefore({ custody }: Earlier): Map<string, ReadonlyMap<string, number>> {
  const out = new Map<string, Map<string, number>>();
  for (const [key, { target, counts }] of custody) {
    const others = out.get(target) ?? new Map<string, number>();
    out.set(target, others.set(key, formsOut(counts)));
  }
  return out;
}

/** Reports what is wrong with the block on its lines. */
function checkBlock(
  reading: Reading,
  block: Block,
  custody: ReadonlyMap<string, StatedCustody>,
  earlier: Earlier,
  lost: readonly TallyLine[],
): Checked {
  const { group, lines, target } = block;
  const counts = custody.get(target.key)?.counts ?? null;
  const byQuestion = groupBy(lines, (line) => line.question?.question.id ?? null);
  const missing = group.form.questions
    .filter(({ kind }) => kind === 'scale' || kind === 'multiple')
    .filter(({ per }) => !(group.isGrid && per === 'sheet'))
    .filter(({ id }) => !byQuestion.has(id));
  const needed = missing.filter(
    ({ kind, scored, per }) => kind === 'scale' && scored && per === 'rating',
  );
  if (needed.length > 0)
    reportMissing(
      reading,
      block,
      needed.map(({ id }) => id),
      lost,
    );
  const entries = [...byQuestion].flatMap(([id, same]) => {
    const entry = tallyEntry(reading, block, id, same, counts?.valid ?? null);
    return entry === null ? [] : [entry];
  });
  const before = earlier.custody.get(target.key)?.print;
  const isSameCustody =
    group.isBorrowed ||
    (counts !== null && (target.unit === null || before === custodyPrint(counts)));
  const isHeld =
    isSameCustody && earlier.tallies.get(pieceKey(pieceOf(block))) === talliesPrint(entries);
  if (!isHeld) reportCounted(reading, block, earlier);
  const omitted = missing.filter((one) => !needed.includes(one)).map(({ id }) => id);
  return { entries, isHeld, omitted };
}

function pieceOf({ group, unit, place, part }: Block) {
  return { group: group.group.id, unit, place, part };
}

function reportCounted(reading: Reading, block: Block, earlier: Earlier): void {
  const isAboutMany = block.group.group.about.kind === 'units';
  const counted = countedBefore(earlier, pieceOf(block), 'tallies', isAboutMany);
  if (counted === null) return;
  const args = { ...names(reading, block), batch: counted.batch, kind: counted.kind };
  const at = placeOf(reading, block.first, 'unit');
  block.first.reasons.push(finding('returns/already-counted', at, args));
}

/** A question whose line has lost its unit is not missing: that line says what is wrong. */
function reportMissing(
  reading: Reading,
  block: Block,
  questions: readonly QuestionId[],
  lost: readonly TallyLine[],
): void {
  const { first } = block;
  const rows = lost
    .filter(({ question }) => questions.includes(question?.question.id ?? ''))
    .map(({ row }) => row.row);
  const at = placeOf(reading, first, 'unit');
  const { unit, group } = names(reading, block);
  first.reasons.push(
    rows.length > 0
      ? finding('returns/with-wrong-line', at, { unit, rows })
      : finding('returns/question-missing', at, { unit, group, questions }),
  );
}

function omittedFindings(reading: Reading, omitted: readonly QuestionId[]): readonly Finding[] {
  const questions = [...new Set(omitted)];
  if (questions.length === 0) return [];
  return [finding('returns/not-tallied', whereIn(reading.table, null), { questions })];
}

/** One block for a unit as a whole and one for a place in it would count the same forms twice. */
function overlapping(reading: Reading, block: Block, blocks: readonly Block[]): void {
  const other = blocks.find((one) => one !== block && overlap(pieceOf(one), pieceOf(block)));
  if (other === undefined) return;
  const at = placeOf(reading, block.first, 'unit');
  const batch = rowName(reading, other.first.row.row);
  const args = { ...names(reading, block), batch, kind: 'tallies' } as const;
  block.first.reasons.push(finding('returns/already-counted', at, args));
}

function custodyEntries(
  blocks: readonly Block[],
  custody: ReadonlyMap<string, StatedCustody>,
): readonly CustodyEntry[] {
  const entries = new Map<string, CustodyEntry>();
  for (const { group, target, part, first } of blocks) {
    if (group.isBorrowed) continue;
    const counts = custody.get(target.key)?.counts ?? null;
    if (counts === null || entries.has(target.key)) continue;
    const about = { form: group.form.id, group: group.group.id };
    const { unit, place } = target;
    entries.set(target.key, { ...about, unit, place, ...counts, part, row: first.row.row });
  }
  return [...entries.values()];
}

/** Every line of a block with a wrong line is rejected; those without a reason of their own name it. */
function spoil(reading: Reading, block: Block, custodyRows: readonly number[]): void {
  const own = block.lines.filter(({ reasons }) => reasons.length > 0).map(({ row }) => row.row);
  const rows = own.length > 0 ? own : custodyRows;
  const { unit } = names(reading, block);
  for (const { row, reasons } of block.lines) {
    if (reasons.length > 0) continue;
    reasons.push(finding('returns/with-wrong-line', whereIn(reading.table, row), { unit, rows }));
  }
}

function names({ known }: Reading, { group, unit }: Block) {
  return { group: group.group.name, unit: known.nameOf('unit', unit) };
}

function placeOf(reading: Reading, { row }: TallyLine, field: 'unit' | 'question'): Where {
  return whereIn(reading.table, row, fieldHeading(reading, field));
}
