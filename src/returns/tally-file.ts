/** What a whole paper tally is about where its lines do not say: told by lines above the headings, or by its sheet. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { nameKey } from '../names.ts';
import type { FormId, GroupId, UnitId } from '../plan/plan.ts';
import { type TableHead, whereIn } from '../table.ts';
import { type Columns, columnMissing } from './columns.ts';
import { type Field, fieldKeys } from './fields.ts';
import type { Known, NamedThing } from './known.ts';

export interface AboutFile {
  readonly unit: UnitId | null;
  readonly group: GroupId | null;
  readonly form: FormId | null;
}

/** Excel cuts the names of sheets. */
const longestSheetName = 31;

/** Not ok: nothing says which unit the lines are about, or two things say different ones. */
export function aboutFile(known: Known, table: TableHead, { fields }: Columns): Checked<AboutFile> {
  const written = writtenAbove(table);
  const findings: Finding[] = [];
  const look = (thing: NamedThing): string | null => {
    const text = written.get(thing);
    if (text === undefined || fields.has(thing)) return null;
    const found = known.find[thing](text);
    if (found.kind === 'one') return found.id;
    const at = whereIn(table, null);
    findings.push(
      found.kind === 'several'
        ? finding('returns/ambiguous-name', at, { thing, name: text, among: found.ids })
        : finding('returns/unknown-name', at, { thing, name: text, near: found.near }),
    );
    return null;
  };
  const [above, group, form] = [look('unit'), look('group'), look('form')];
  const unit = unitOf(known, table, fields, above, findings);
  if (hasErrors(findings)) return { ok: false, findings };
  return { ok: true, value: { unit, group, form }, findings };
}

function unitOf(
  known: Known,
  table: TableHead,
  fields: Columns['fields'],
  above: UnitId | null,
  findings: Finding[],
): UnitId | null {
  if (fields.has('unit')) return null;
  const at = whereIn(table, null);
  const sheet = table.sheet === null ? null : unitOfSheet(known, table.sheet);
  const { nameOf } = known;
  if (above !== null && sheet !== null && above !== sheet) {
    const [written, other] = [nameOf('unit', above), nameOf('unit', sheet)];
    const args = { thing: 'unit', written, other, source: table.sheet ?? '' } as const;
    findings.push(finding('returns/disagrees', at, args));
    return null;
  }
  const unit = above ?? sheet;
  const source = above !== null ? 'above' : 'sheet';
  if (unit !== null) {
    findings.push(finding('returns/unit-of-file', at, { unit: nameOf('unit', unit), source }));
    return unit;
  }
  if (fields.has('place') || hasErrors(findings)) return null;
  if (table.sheet === null) {
    findings.push(columnMissing(table, 'tallies', 'unit'));
    return null;
  }
  const found = known.find.unit(table.sheet);
  const near = found.kind === 'none' ? found.near : [];
  findings.push(finding('returns/unit-of-sheet-unknown', at, { sheet: table.sheet, near }));
  return null;
}

function unitOfSheet({ plan, find }: Known, sheet: string): UnitId | null {
  const found = find.unit(sheet);
  if (found.kind === 'one') return found.id;
  if (sheet.length < longestSheetName) return null;
  const key = nameKey(sheet);
  const begun = plan.units.filter(({ name }) => nameKey(name).startsWith(key));
  return begun.length === 1 ? (begun[0]?.id ?? null) : null;
}

/** “Đơn vị: Xã An Bình”, in one cell or in two, above the headings; the first line of a kind counts. */
function writtenAbove({ above = [] }: TableHead): ReadonlyMap<Field, string> {
  const keys = fieldKeys('tallies');
  const written = new Map<Field, string>();
  const put = (label: string, text: string | undefined): void => {
    const field = keys.get(nameKey(label));
    if (field !== undefined && text && !written.has(field)) written.set(field, text);
  };
  for (const cells of above) {
    cells.forEach((cell, at) => {
      for (const piece of cell.split(/\s+[–—-]\s+|\n/)) {
        const [, label, text] = /^([^:]{1,60}):\s*(\S.*)$/.exec(piece) ?? [];
        if (label !== undefined) put(label, text);
      }
      put(cell.replace(/\s*:\s*$/, ''), cells[at + 1]);
    });
  }
  return written;
}
