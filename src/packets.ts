/**
 * Packets: what is handed to one unit, place or whole group, sheet by sheet, each with its own serial.
 * No paper here: `packets/paper.ts` says what is printed, `templates/packet/` how it looks.
 */
import { finding } from './findings/catalogue.ts';
import type { Checked, Finding } from './findings/finding.ts';
import { registerOf, type SheetRegister } from './packets/register.ts';
import {
  formOrdinals,
  type SerialRun,
  type SerialShape,
  serialReader,
  serialShape,
  writeSerial,
} from './packets/serial.ts';
import { targetOrdinals } from './packets/targets.ts';
import type { Form, FormId, Group, GroupId, IsoDate, PlaceId, Plan, UnitId } from './plan/plan.ts';
import { spareSheets } from './plan/spare.ts';
import { targetId } from './plan/target.ts';
import { unitRule } from './plan/unit-rule.ts';
import type { PlanWhere } from './plan/where.ts';
import type { QuotaRow, Quotas } from './quotas/quota.ts';

export type { SheetRegister } from './packets/register.ts';
export {
  parseSerial,
  type SerialReading,
  type SerialShape,
  serialReader,
  serialShape,
} from './packets/serial.ts';

export interface Sheet {
  readonly serial: string;
  readonly form: FormId;
  readonly group: GroupId;
  /** Id of the packet it lies in. */
  readonly packet: string;
  readonly kind: 'form' | 'spare';
}

/** The sheets of one group within a packet. */
export interface PacketPart {
  readonly group: GroupId;
  readonly form: FormId;
  /** Id of the packet it lies in. */
  readonly packet: string;
  /** Forms first, then spares; serials run through. Made when asked for: a survey may print a million. */
  readonly sheets: readonly Sheet[];
  /** How many there are, and how many of them are forms. */
  readonly count: number;
  readonly forms: number;
  /** What their serials say: form, packet, and the number of the first; null: another survey numbers them. */
  readonly run: SerialRun | null;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  /** The units that each sheet rates; more than one makes it a grid. */
  readonly rates: readonly UnitId[];
  readonly send: IsoDate | null;
}

export interface Packet {
  /** `unit:…`, `place:…` or `group:…`. */
  readonly id: string;
  readonly name: string;
  /** What stands for the packet in its serials. */
  readonly ordinal: number;
  /** In the order of the groups in the plan; never empty. */
  readonly parts: readonly PacketPart[];
}

export type RegisteredSheet = Sheet & Pick<PacketPart, 'rates' | 'unit' | 'place'>;

/** A quota row that can be printed: its size is known and it has someone to rate. */
interface PrintableRow {
  readonly row: QuotaRow;
  readonly size: number;
  readonly group: Group;
  readonly form: Form;
  readonly rates: readonly UnitId[];
}

/**
 * Every packet of the plan, in the order of their numbers. A target with a row whose quota is not known
 * yet gets a finding and no packet at all, for half a packet would be handed out as a whole one; the
 * others are there. Rows of size 0 print nothing.
 */
export function packets(plan: Plan, quotas: Quotas, where: PlanWhere): Checked<readonly Packet[]> {
  const unknown: QuotaRow[] = [];
  const byTarget = new Map<string, PrintableRow[]>();
  for (const row of inGroupOrder(plan, quotas.rows)) {
    const read = printable(plan, row);
    const id = targetId(row);
    if (read === null) unknown.push(row);
    else if (read.size > 0) byTarget.set(id, [...(byTarget.get(id) ?? []), read]);
  }
  for (const row of unknown) byTarget.delete(targetId(row));
  const shape = serialShape(plan);
  const forms = formOrdinals(plan);
  const value: Packet[] = [];
  for (const [id, ordinal] of targetOrdinals(plan)) {
    const rows = byTarget.get(id);
    if (rows !== undefined) value.push(packet(id, ordinal, rows, shape, forms));
  }
  return {
    ok: true,
    value,
    findings: [
      ...unknownFindings(plan, unknown, where),
      ...preparedFindings([...byTarget.values()].flat(), where),
    ],
  };
}

/** Every printed sheet by its serial. */
export function sheetRegister(printed: readonly Packet[]): SheetRegister {
  const shape = printed[0]?.parts[0]?.run?.shape;
  return registerOf(printed, shape === undefined ? null : serialReader(shape));
}

function inGroupOrder(plan: Plan, rows: readonly QuotaRow[]): readonly QuotaRow[] {
  const place = new Map(plan.groups.map((group, index) => [group.id, index]));
  return [...rows].sort((a, b) => (place.get(a.group) ?? 0) - (place.get(b.group) ?? 0));
}

/** Null while the size of the row is not known. */
function printable(plan: Plan, row: QuotaRow): PrintableRow | null {
  const group = plan.groups.find((each) => each.id === row.group);
  const form = plan.forms.find((each) => each.id === group?.form);
  if (group === undefined || form === undefined) {
    throw new Error(`Quota row of “${row.group}” has no group or form in the plan`);
  }
  const size = row.size ?? preparedSheets(group, row);
  if (size === null) return null;
  const rates = ratedUnits(group, row);
  // The rules of the plan see to it (plan/rates-nobody, plan/place-without-unit).
  if (rates.length === 0) throw new Error(`Sheets of “${row.group}” for “${row.name}” rate nobody`);
  return { row, size, group, form, rates };
}

/** While visitors are still to be counted there is no quota, but the desks need forms: as many as a crowded one must bring in. */
function preparedSheets(group: Group, { target }: QuotaRow): number | null {
  const rule = unitRule(group, target.kind === 'unit' ? target.unit : null);
  return rule.rule === 'band' && rule.atLeast > 0 ? rule.atLeast : null;
}

/** One finding for each group, in the order of the plan. */
function unknownFindings(
  plan: Plan,
  unknown: readonly QuotaRow[],
  where: PlanWhere,
): readonly Finding[] {
  return plan.groups.flatMap(({ id, name: group }) => {
    const targets = unknown.filter((row) => row.group === id).map(({ name }) => name);
    return targets.length === 0
      ? []
      : [finding('packet/quota-unknown', where.quota(id), { group, targets })];
  });
}

/** One note for each group that gets forms before its quota is known. */
function preparedFindings(rows: readonly PrintableRow[], where: PlanWhere): readonly Finding[] {
  const byGroup = new Map<Group, PrintableRow[]>();
  for (const one of rows) {
    if (one.row.size === null) byGroup.set(one.group, [...(byGroup.get(one.group) ?? []), one]);
  }
  return [...byGroup].map(([{ id, name }, some]) => {
    const args = { group: name, sheets: some[0]?.size ?? 0, targets: some.length };
    return finding('packet/prepared-before-count', where.quota(id), args);
  });
}

function ratedUnits(group: Group, row: QuotaRow): readonly UnitId[] {
  if (group.about.kind === 'units') return group.about.units;
  return row.target.kind === 'group' || row.target.unit === null ? [] : [row.target.unit];
}

function packet(
  id: string,
  ordinal: number,
  rows: readonly PrintableRow[],
  shape: SerialShape,
  forms: ReadonlyMap<FormId, number>,
): Packet {
  const used = new Map<FormId, number>();
  const parts = rows.map(({ row, size, group, form, rates }): PacketPart => {
    const before = used.get(form.id) ?? 0;
    const count = size + spareSheets(group.spare, size);
    used.set(form.id, before + count);
    const run = { shape, form: forms.get(form.id) ?? 0, packet: ordinal, first: before + 1 };
    const unit = row.target.kind === 'group' ? null : row.target.unit;
    const place = row.target.kind === 'place' ? row.target.place : null;
    const about = { group: group.id, form: form.id, packet: id, unit, place, rates };
    return withSheets({ ...about, send: row.send, count, forms: size, run });
  });
  return { id, ordinal, name: rows[0]?.row.name ?? id, parts };
}

/** The sheets are made when they are first asked for. */
function withSheets(
  part: Omit<PacketPart, 'sheets' | 'run'> & { readonly run: SerialRun },
): PacketPart {
  const { shape, form, packet, first } = part.run;
  let made: readonly Sheet[] | null = null;
  return {
    ...part,
    get sheets() {
      made ??= Array.from({ length: part.count }, (_, index): Sheet => {
        const serial = writeSerial(shape, form, packet, first + index);
        const kind = index < part.forms ? 'form' : 'spare';
        return { serial, form: part.form, group: part.group, packet: part.packet, kind };
      });
      return made;
    },
  };
}
