/** Forms issued, returned, valid and void, as the lines of a paper tally state them. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { PlaceId, UnitId } from '../plan/plan.ts';
import { whereIn } from '../table.ts';
import type { CustodyEntry } from './batch.ts';
import { custodyPrint, type EarlierCustody } from './earlier.ts';
import { type KnownGroup, printedKey } from './known.ts';
import { fieldHeading, type Reading, rowName } from './reading.ts';
import type { Block } from './tally-blocks.ts';
import { type CustodyField, custodyFields, type TallyLine } from './tally-lines.ts';

export type CustodyCounts = Pick<CustodyEntry, 'issued' | 'returned' | 'valid' | 'void'>;

/** The quota row that the forms belong to. */
export interface CustodyTarget {
  readonly key: string;
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
}

/**
 * A tally about a unit tells whose forms they were only where every respondent rates their own unit, or
 * where another survey counted unit by unit.
 */
export function custodyTarget(
  { group, isBorrowed }: KnownGroup,
  unit: UnitId,
  place: PlaceId | null,
): CustodyTarget {
  const isOwn = isBorrowed || (group.about.kind === 'own' && group.over.kind !== 'whole');
  const target = isOwn ? { unit, place } : { unit: null, place: null };
  return { ...target, key: printedKey(group.id, target.unit, target.place) };
}

/**
 * The custody of the blocks about one quota row, written on any one of their lines or on several, which
 * must then agree. Forms of a whole group that an earlier file accounted for need not be stated again.
 * valid + void = returned ≤ issued ≤ printed.
 */
export function readCustody(
  reading: Reading,
  blocks: readonly Block[],
  before: EarlierCustody | undefined,
): StatedCustody {
  const [first] = blocks;
  if (first === undefined) return { counts: null, wrong: [] };
  const lines = blocks.flatMap((block) => block.lines);
  const stating = lines.find(({ custody }) => custodyFields.some((at) => custody[at] !== 'blank'));
  const isShared = first.target.unit === null;
  if (stating === undefined && isShared && before !== undefined) {
    const { issued, returned, valid, void: notValid } = before.counts;
    return { counts: { issued, returned, valid, void: notValid }, wrong: [] };
  }
  const source = stating ?? first.first;
  const search: Search = { reading, first, lines, source, wrong: new Set() };
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
  const valid = statedCount(search, 'valid');
  return typeof valid === 'number' ? { issued: null, returned: valid, valid, void: 0 } : null;
}

function statedCounts(search: Search): CustodyCounts | null {
  const [issued, returned, valid, notValid] = custodyFields.map((field) =>
    statedCount(search, field),
  );
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
  return { issued: issued ?? null, returned, valid, void: notValid };
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
  if (issued !== null && returned > issued) {
    report(search, finding('returns/more-than-issued', at, { ...about, returned, issued }));
  }
  const printed = search.reading.known.printed.get(target.key);
  const out = Math.max(issued ?? 0, returned);
  if (group.group.serial === 'required' && printed !== undefined && out > printed) {
    report(search, finding('returns/more-than-printed', at, { ...about, out, printed }));
  }
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
function statedCount(search: Search, field: CustodyField): number | 'bad' | null {
  const { reading, lines, wrong } = search;
  let stated: number | 'bad' | null = null;
  let source = 0;
  for (const { custody, row, reasons } of lines) {
    const count = custody[field];
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
