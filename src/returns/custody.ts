/** Forms issued, returned, valid and void, as the lines of a paper tally state them. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { PlaceId, UnitId } from '../plan/plan.ts';
import { whereIn } from '../table.ts';
import type { CustodyEntry } from './batch.ts';
import { type KnownGroup, printedKey } from './known.ts';
import { fieldHeading, type Reading, rowName } from './reading.ts';
import type { Block } from './tally-blocks.ts';
import { type CustodyField, custodyFields } from './tally-lines.ts';

export type CustodyCounts = Pick<CustodyEntry, 'issued' | 'returned' | 'valid' | 'void'>;

/** The quota row that the forms belong to. */
export interface CustodyTarget {
  readonly key: string;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
}

/** A tally about a unit tells whose forms they were only where every respondent rates their own unit. */
export function custodyTarget(
  { group }: KnownGroup,
  unit: UnitId,
  place: PlaceId | null,
): CustodyTarget {
  const isOwn = group.about.kind === 'own' && group.over.kind !== 'whole';
  const target = isOwn ? { unit, place } : { unit: null, place: null };
  return { ...target, key: printedKey(group.id, target.unit, target.place) };
}

/**
 * The block's custody, written on each of its lines or on only some; null when it cannot be told, which
 * is reported on the lines. valid + void = returned ≤ issued ≤ printed.
 */
export function readBlockCustody(reading: Reading, block: Block): CustodyCounts | null {
  const [issued, returned, valid, notValid] = custodyFields.map((field) =>
    statedCount(reading, block, field),
  );
  const known = [returned, valid, notValid];
  if (known.includes('bad') || issued === 'bad') return null;
  const missing = custodyFields.filter(
    (field, at) => field !== 'issued' && [issued, ...known][at] === null,
  );
  if (missing.length > 0) {
    report(
      block,
      finding('returns/custody-missing', placeOf(reading, block), { unit: block.unit, missing }),
    );
    return null;
  }
  if (typeof returned !== 'number' || typeof valid !== 'number' || typeof notValid !== 'number') {
    return null;
  }
  const counts = { issued: issued ?? null, returned, valid, void: notValid };
  checkCustody(reading, block, counts);
  return counts;
}

function checkCustody(reading: Reading, block: Block, counts: CustodyCounts): void {
  const { issued, returned, valid } = counts;
  const { unit } = block;
  const at = placeOf(reading, block);
  if (valid + counts.void !== returned) {
    const args = { unit, returned, valid, void: counts.void };
    report(block, finding('returns/custody-does-not-add-up', at, args));
  }
  if (issued !== null && returned > issued) {
    report(block, finding('returns/more-than-issued', at, { unit, returned, issued }));
  }
  const printed = reading.known.printed.get(block.target.key);
  const out = Math.max(issued ?? 0, returned);
  const isPrintedOnly = block.group.group.serial === 'required';
  if (isPrintedOnly && printed !== undefined && out > printed) {
    report(block, finding('returns/more-than-printed', at, { unit, out, printed }));
  }
}

function report(block: Block, found: Finding): void {
  block.first.reasons.push(found);
}

function placeOf(reading: Reading, { first }: Block) {
  return whereIn(reading.table, first.row, fieldHeading(reading, 'returned'));
}

/** The one figure of the block; null when no line gives it. Lines that differ from the first are reported. */
function statedCount(reading: Reading, block: Block, field: CustodyField): number | 'bad' | null {
  let stated: number | 'bad' | null = null;
  let source = 0;
  for (const { custody, row, reasons } of block.lines) {
    const count = custody[field];
    if (count === 'blank' || stated === 'bad') continue;
    if (stated === null || count === 'bad') {
      stated = count;
      source = row.row;
    } else if (count !== stated) {
      const heading = fieldHeading(reading, field);
      const args = { group: block.group.group.id, source: rowName(reading, source) };
      reasons.push(finding('returns/custody-differs', whereIn(reading.table, row, heading), args));
    }
  }
  return stated;
}
