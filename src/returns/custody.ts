/** Forms issued, returned, valid and void, as the lines of a paper tally state them. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { PlaceId, UnitId } from '../plan/plan.ts';
import { whereIn } from '../table.ts';
import type { CustodyEntry } from './batch.ts';
import { custodyKey, custodyPrint, type EarlierCustody } from './earlier.ts';
import { type KnownGroup, printedKey } from './known.ts';
import { fieldHeading, type Reading, rowName } from './reading.ts';
import type { Block } from './tally-blocks.ts';
import type { Count } from './tally-counts.ts';
import { type CustodyField, custodyFields, type TallyLine } from './tally-lines.ts';

export type CustodyCounts = Pick<CustodyEntry, 'issued' | 'returned' | 'valid' | 'void' | 'voids'>;

/** The quota row that the forms belong to, and the round in which they were counted. */
export interface CustodyTarget {
  /** `custodyKey` of both. */
  readonly key: string;
  /** `printedKey` of the quota row. */
  readonly row: string;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
}

/** `counts` is null when they cannot be told; `wrong`: rows on which something about them is reported. */
export interface StatedCustody {
  readonly counts: CustodyCounts | null;
  readonly wrong: readonly number[];
}

/** The blocks that share one custody, and what is being found out about it. */
interface Search {
  readonly reading: Reading;
  readonly first: Block;
  readonly lines: readonly TallyLine[];
  /** The first line that states any of the figures; the first line of all when none does. */
  readonly source: TallyLine;
  readonly wrong: Set<number>;
  /** Forms of the quota row that other rounds account for. */
  readonly elsewhere: number;
}

/**
 * A tally about a unit tells whose forms they were only where every respondent rates their own unit, or
 * where another survey counted unit by unit.
 */
export function custodyTarget(
  { group, isBorrowed }: KnownGroup,
  unit: UnitId,
  place: PlaceId | null,
  part: string | null,
): CustodyTarget {
  const isOwn = isBorrowed || (group.about.kind === 'own' && group.over.kind !== 'whole');
  const target = isOwn ? { unit, place } : { unit: null, place: null };
  const row = printedKey(group.id, target.unit, target.place);
  return { ...target, row, key: custodyKey(row, part) };
}

/**
 * The custody of the blocks about one quota row, written on any one of their lines or on several, which
 * must then agree. Forms of a whole group that an earlier file accounted for need not be stated again.
 * valid + void = returned ≤ issued ≤ printed; the rounds of one quota row share what was printed for it.
 */
export function readCustody(
  reading: Reading,
  blocks: readonly Block[],
  before: EarlierCustody | undefined,
  elsewhere: number,
): StatedCustody {
  const [first] = blocks;
  if (first === undefined) return { counts: null, wrong: [] };
  const lines = blocks.flatMap((block) => block.lines);
  const stating = lines.find(({ custody }) => {
    const counts = [...custodyFields.map((at) => custody[at]), ...custody.voids.map(countIn)];
    return counts.some((count) => count !== 'blank');
  });
  const isShared = first.target.unit === null;
  if (stating === undefined && isShared && before !== undefined) {
    const { issued, returned, valid, void: notValid, voids } = before.counts;
    return { counts: { issued, returned, valid, void: notValid, voids }, wrong: [] };
  }
  const source = stating ?? first.first;
  const search: Search = { reading, first, lines, source, wrong: new Set(), elsewhere };
  if (first.group.isBorrowed) return { counts: countedElsewhere(search), wrong: [...search.wrong] };
  const counts = statedCounts(search);
  if (counts !== null) checkCustody(search, counts);
  if (
    counts !== null &&
    isShared &&
    before !== undefined &&
    before.print !== custodyPrint(counts)
  ) {
    report(
      search,
      finding('returns/custody-differs', placeOf(search), { ...who(search), source: before.batch }),
    );
  }
  return { counts, wrong: [...search.wrong] };
}

/** Of another survey's forms only the valid ones matter, to hold the counts against; null: not stated. */
function countedElsewhere(search: Search): CustodyCounts | null {
  const valid = statedCount(search, 'valid', (line) => line.custody.valid);
  if (typeof valid !== 'number') return null;
  return { issued: null, returned: valid, valid, void: 0, voids: [] };
}

function statedCounts(search: Search): CustodyCounts | null {
  const [issued, returned, valid, stated] = custodyFields.map((field) =>
    statedCount(search, field, (line) => line.custody[field]),
  );
  const voids = statedVoids(search);
  if (voids === null) return null;
  const byReason = voids.length === 0 ? null : voids.reduce((sum, { count }) => sum + count, 0);
  // Where only the reasons are counted, they make up the void forms.
  const notValid = stated ?? byReason;
  const known = [returned, valid, notValid];
  if (known.includes('bad') || issued === 'bad') return null;
  const missing = custodyFields.filter(
    (field, at) => field !== 'issued' && [issued, ...known][at] === null,
  );
  if (missing.length > 0) {
    const args = { ...who(search), missing };
    report(search, finding('returns/custody-missing', placeOf(search), args));
    return null;
  }
  if (typeof returned !== 'number' || typeof valid !== 'number' || typeof notValid !== 'number') {
    return null;
  }
  return { issued: issued ?? null, returned, valid, void: notValid, voids };
}

/** Void forms by reason; none where no line counts them so; null: a reason without its figure, which is reported. */
function statedVoids(search: Search): CustodyEntry['voids'] | null {
  const reasons = search.first.first.custody.voids.map(({ reason }) => reason);
  const counts = reasons.map((reason, at) => ({
    reason,
    count: statedCount(search, 'void', ({ custody }) => custody.voids[at]?.count ?? 'blank'),
  }));
  if (counts.every(({ count }) => count === null)) return [];
  const missing = counts.filter(({ count }) => count === null).map(({ reason }) => reason);
  if (missing.length > 0) {
    const args = { ...who(search), reasons: missing };
    report(search, finding('returns/void-reason-missing', placeOf(search), args));
  }
  const known = counts.flatMap(({ reason, count }) =>
    typeof count === 'number' ? [{ reason, count }] : [],
  );
  return known.length === counts.length ? known : null;
}

function countIn({ count }: { readonly count: Count }): Count {
  return count;
}

function checkCustody(search: Search, counts: CustodyCounts): void {
  const { issued, returned, valid } = counts;
  const { group, target } = search.first;
  const about = who(search);
  const at = placeOf(search);
  if (valid + counts.void !== returned) {
    const args = { ...about, returned, valid, void: counts.void };
    report(search, finding('returns/custody-does-not-add-up', at, args));
  }
  const byReason = counts.voids.reduce((sum, { count }) => sum + count, 0);
  if (counts.voids.length > 0 && byReason !== counts.void) {
    const args = { ...about, sum: byReason, void: counts.void };
    report(search, finding('returns/void-reasons-do-not-add-up', at, args));
  }
  if (issued !== null && returned > issued) {
    report(search, finding('returns/more-than-issued', at, { ...about, returned, issued }));
  }
  const printed = search.reading.known.printed.get(target.row);
  const out = search.elsewhere + formsOut(counts);
  if (group.group.serial === 'required' && printed !== undefined && out > printed) {
    report(search, finding('returns/more-than-printed', at, { ...about, out, printed }));
  }
}

/** Forms that left the office. */
export function formsOut({ issued, returned }: CustodyCounts): number {
  return Math.max(issued ?? 0, returned);
}

function report({ source, wrong }: Search, found: Finding): void {
  source.reasons.push(found);
  wrong.add(source.row.row);
}

function placeOf({ reading, source }: Search) {
  return whereIn(reading.table, source.row, fieldHeading(reading, 'returned'));
}

/** Whose forms they are: `unit` is empty where they are those of the whole group. */
function who({ reading, first }: Search): { readonly group: string; readonly unit: string } {
  const { target, group } = first;
  const unit = target.unit === null ? '' : reading.known.nameOf('unit', target.unit);
  return { group: group.group.name, unit };
}

/** The one figure; null when no line gives it. Lines that differ from the first are reported. */
function statedCount(
  search: Search,
  field: CustodyField,
  read: (line: TallyLine) => Count,
): number | 'bad' | null {
  const { reading, lines, wrong } = search;
  let stated: number | 'bad' | null = null;
  let source = 0;
  for (const line of lines) {
    const { row, reasons } = line;
    const count = read(line);
    if (count === 'blank' || stated === 'bad') continue;
    if (stated === null || count === 'bad') {
      stated = count;
      source = row.row;
      if (count === 'bad') wrong.add(source);
    } else if (count !== stated) {
      const heading = fieldHeading(reading, field);
      const args = { ...who(search), source: rowName(reading, source) };
      reasons.push(finding('returns/custody-differs', whereIn(reading.table, row, heading), args));
      wrong.add(row.row);
    }
  }
  return stated;
}
