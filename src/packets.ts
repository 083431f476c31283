/**
 * Packets: what is handed to one unit, place or whole group, sheet by sheet, each with its own serial.
 * No paper here: `packets/paper.ts` says what is printed, `templates/packet/` how it looks.
 */
import { finding } from './findings/catalogue.ts';
import type { Checked, Finding } from './findings/finding.ts';
import { formOrdinals, type SerialShape, serialShape, writeSerial } from './packets/serial.ts';
import { targetId, targetOrdinals } from './packets/targets.ts';
import type {
  Form,
  FormId,
  Group,
  GroupId,
  IsoDate,
  PlaceId,
  Plan,
  Spare,
  UnitId,
} from './plan/plan.ts';
import type { PlanWhere } from './plan/where.ts';
import type { QuotaRow, Quotas } from './quotas/quota.ts';

export {
  parseSerial,
  type SerialReading,
  type SerialShape,
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
  /** Forms first, then spares; serials run through. */
  readonly sheets: readonly Sheet[];
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

const reasons = ['packet/quota-unknown', 'packet/nobody-rated'] as const;

interface Spoilt {
  readonly row: QuotaRow;
  readonly why: (typeof reasons)[number];
}

/**
 * Every packet of the plan, in the order of their numbers. A target with a row that cannot be printed
 * (quota not known yet, nobody to rate) gets a finding and no packet at all, for half a packet would
 * be handed out as a whole one; the others are there. Rows of size 0 print nothing.
 */
export function packets(plan: Plan, quotas: Quotas, where: PlanWhere): Checked<readonly Packet[]> {
  const spoilt: Spoilt[] = [];
  const byTarget = new Map<string, PrintableRow[]>();
  for (const row of inGroupOrder(plan, quotas.rows)) {
    const read = printable(plan, row);
    const id = targetId(row);
    if ('why' in read) spoilt.push(read);
    else if (read.size > 0) byTarget.set(id, [...(byTarget.get(id) ?? []), read]);
  }
  for (const { row } of spoilt) byTarget.delete(targetId(row));
  const shape = serialShape(plan);
  const forms = formOrdinals(plan);
  const value: Packet[] = [];
  for (const [id, ordinal] of targetOrdinals(plan)) {
    const rows = byTarget.get(id);
    if (rows !== undefined) value.push(packet(id, ordinal, rows, shape, forms));
  }
  return { ok: true, value, findings: spoiltFindings(plan, spoilt, where) };
}

/** Every printed sheet by its serial. */
export function sheetRegister(printed: readonly Packet[]): ReadonlyMap<string, RegisteredSheet> {
  const register = new Map<string, RegisteredSheet>();
  for (const { parts } of printed) {
    for (const { sheets, rates, unit, place } of parts) {
      for (const sheet of sheets) register.set(sheet.serial, { ...sheet, rates, unit, place });
    }
  }
  return register;
}

/** Spare sheets for `size` forms: the fixed number plus the percentage, rounded up. */
export function spareSheets(spare: Spare, size: number): number {
  return spare.sheets + Number(spare.percent.mul(size).div(100).ceil().valueOf());
}

function inGroupOrder(plan: Plan, rows: readonly QuotaRow[]): readonly QuotaRow[] {
  const place = new Map(plan.groups.map((group, index) => [group.id, index]));
  return [...rows].sort((a, b) => (place.get(a.group) ?? 0) - (place.get(b.group) ?? 0));
}

function printable(plan: Plan, row: QuotaRow): PrintableRow | Spoilt {
  const group = plan.groups.find((each) => each.id === row.group);
  const form = plan.forms.find((each) => each.id === group?.form);
  if (group === undefined || form === undefined) {
    throw new Error(`Quota row of “${row.group}” has no group or form in the plan`);
  }
  if (row.size === null) return { row, why: 'packet/quota-unknown' };
  const rates = ratedUnits(group, row);
  if (rates.length === 0 && row.size > 0) return { row, why: 'packet/nobody-rated' };
  return { row, size: row.size, group, form, rates };
}

/** One finding for each group and reason, in the order of the plan. */
function spoiltFindings(
  plan: Plan,
  spoilt: readonly Spoilt[],
  where: PlanWhere,
): readonly Finding[] {
  return plan.groups.flatMap(({ id, name: group }) =>
    reasons.flatMap((why) => {
      const rows = spoilt.filter((each) => each.why === why && each.row.group === id);
      const targets = rows.map(({ row }) => row.name);
      return rows.length === 0 ? [] : [finding(why, where.quota(id), { group, targets })];
    }),
  );
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
    const total = size + spareSheets(group.spare, size);
    used.set(form.id, before + total);
    const sheets = Array.from({ length: total }, (_, index): Sheet => {
      const serial = writeSerial(shape, forms.get(form.id) ?? 0, ordinal, before + index + 1);
      const kind = index < size ? 'form' : 'spare';
      return { serial, form: form.id, group: group.id, packet: id, kind };
    });
    const unit = row.target.kind === 'group' ? null : row.target.unit;
    const place = row.target.kind === 'place' ? row.target.place : null;
    return { group: group.id, form: form.id, sheets, unit, place, rates, send: row.send };
  });
  return { id, ordinal, name: rows[0]?.row.name ?? id, parts };
}
