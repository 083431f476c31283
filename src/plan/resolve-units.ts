/** `units` as written, in the plan or in a frame file → blocks of units. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import { hundred } from '../stats/exact.ts';
import type { TableRow } from '../table.ts';
import { type BlockEntry, type Entries, type Reading, record, type UnitEntry } from './entries.ts';
import { cellValue, type Frame, figuresOf, frameRows, openFrame, whereCell } from './frame.ts';
import { readId, readLine, readYesNo } from './scalars.ts';
import type { PlanFile } from './schema.ts';

type BlockFile = Extract<PlanFile['units'], readonly unknown[]>[number];

export function resolveUnits(written: PlanFile['units'], reading: Reading): Entries<BlockEntry> {
  if (!('from' in written)) {
    const entries = written.map((block, position) => blockEntry(block, position, reading));
    return { entries, whole: true, findings: [] };
  }
  const table = reading.frame.get(written.from);
  if (table === undefined) return { entries: [], whole: false, findings: [] };
  if (table === null) {
    const at = reading.at(['units', 'from']);
    const findings = [finding('plan/frame-missing', at, { path: written.from })];
    return { entries: [], whole: false, findings };
  }
  const frame = openFrame(table, ['block', 'id', 'name']);
  const entries = frame.findings.length > 0 ? [] : tableBlocks(frame);
  return { entries, whole: !hasErrors(frame.findings), findings: frame.findings };
}

function blockEntry(block: BlockFile, position: number, { at }: Reading): BlockEntry {
  const units = block.units.map((unit, index): UnitEntry => {
    const { id, name, type, ranked, was, ...attributes } = unit;
    const path = ['units', position, 'units', index];
    return {
      id,
      name,
      type: type ?? block.type ?? null,
      ranked: ranked ?? true,
      was: (was ?? []).map((one) =>
        typeof one === 'string' ? { unit: one, share: hundred } : one,
      ),
      attributes: record(Object.entries(attributes) as [string, number | null][]),
      at: at([...path, 'id']),
      nameAt: at([...path, 'name']),
    };
  });
  return { id: block.block, name: block.name, units, at: at(['units', position, 'block']) };
}

function tableBlocks(frame: Frame): readonly BlockEntry[] {
  const blocks = new Map<string, { name: string | null; units: UnitEntry[]; row: TableRow }>();
  for (const row of frameRows(frame)) {
    const id = cellValue(frame, row, 'block', (text) => readId(text, 'id'), true);
    const name = cellValue(frame, row, 'block_name', readLine, false);
    const unit = tableUnit(frame, row);
    if (id === null) continue;
    const block = blocks.get(id) ?? { name, units: [], row };
    block.name ??= name;
    if (unit !== null) block.units.push(unit);
    blocks.set(id, block);
  }
  return [...blocks].map(([id, { name, units, row }]) => {
    return { id, name: name ?? id, units, at: whereCell(frame, row, 'block') };
  });
}

function tableUnit(frame: Frame, row: TableRow): UnitEntry | null {
  const asId = (text: string) => readId(text, 'id');
  const id = cellValue(frame, row, 'id', asId, true);
  const name = cellValue(frame, row, 'name', readLine, true);
  const type = cellValue(frame, row, 'type', asId, false);
  const ranked = cellValue(frame, row, 'ranked', readYesNo, false);
  const attributes = figuresOf(frame, row);
  if (id === null || name === null) return null;
  const at = whereCell(frame, row, 'id');
  const nameAt = whereCell(frame, row, 'name');
  return { id, name, type, ranked: ranked ?? true, was: [], attributes, at, nameAt };
}
