/** `units` as written, in the plan or in a frame file → blocks of units. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { exact } from '../stats/exact.ts';
import type { TableRow } from '../table.ts';
import type { BlockEntry, Entries, Reading, UnitEntry } from './entries.ts';
import { inlineFigures } from './figures.ts';
import {
  cellValue,
  type Frame,
  figuresOf,
  frameRows,
  openFrame,
  readCellYesNo,
  whereCell,
  whereFigure,
} from './frame.ts';
import type { FormerUnit } from './plan.ts';
import type { Read } from './read.ts';
import { readFormerUnit, readId, readLine, type WrittenFormer } from './scalars.ts';
import type { PlanFile } from './schema.ts';

const further = ['block_name', 'type', 'ranked', 'was'] as const;

type BlockFile = Extract<PlanFile['units'], readonly unknown[]>[number];

export function resolveUnits(written: PlanFile['units'], reading: Reading): Entries<BlockEntry> {
  if (!('from' in written)) {
    const findings: Finding[] = [];
    const entries = written.map((block, position) =>
      blockEntry(block, position, reading, findings),
    );
    return { entries, whole: true, findings };
  }
  const table = reading.frame.get(written.from);
  if (table === undefined) return { entries: [], whole: false, findings: [] };
  if (table === null) {
    const at = reading.at(['units', 'from']);
    const findings = [finding('plan/frame-missing', at, { path: written.from })];
    return { entries: [], whole: false, findings };
  }
  const frame = openFrame(table, ['block', 'id', 'name'], further, reading.figures);
  const { entries, whole } = frame.complete ? tableBlocks(frame) : { entries: [], whole: false };
  return { entries, whole, findings: frame.findings };
}

function blockEntry(
  block: BlockFile,
  position: number,
  reading: Reading,
  findings: Finding[],
): BlockEntry {
  const { at } = reading;
  const units = block.units.map((unit, index): UnitEntry => {
    const { id, name, type, ranked, was, ...written } = unit;
    const path = ['units', position, 'units', index];
    const figures = inlineFigures(written, path, reading);
    findings.push(...figures.findings);
    return {
      id,
      name,
      type: type ?? block.type ?? null,
      ranked: ranked ?? true,
      was: (was ?? []).map(formerUnit),
      attributes: figures.values,
      at: at([...path, 'id']),
      nameAt: at([...path, 'name']),
      figureAt: (figure) => at([...path, figure], 'key'),
      wasAt: (one) => at([...path, 'was', one]),
    };
  });
  return { id: block.block, name: block.name, units, at: at(['units', position, 'block']) };
}

/** Not whole: a row could not be read. */
function tableBlocks(frame: Frame): Pick<Entries<BlockEntry>, 'entries' | 'whole'> {
  let whole = true;
  const blocks = new Map<string, { name: string | null; units: UnitEntry[]; row: TableRow }>();
  for (const row of frameRows(frame)) {
    const id = cellValue(frame, row, 'block', (text) => readId(text, 'id'), true);
    const name = cellValue(frame, row, 'block_name', readLine, false);
    const unit = tableUnit(frame, row);
    if (id === null || unit === null) whole = false;
    if (id === null) continue;
    const block = blocks.get(id) ?? { name, units: [], row };
    block.name ??= name;
    if (unit !== null) block.units.push(unit);
    blocks.set(id, block);
  }
  const entries = [...blocks].map(([id, { name, units, row }]) => {
    return { id, name: name ?? id, units, at: whereCell(frame, row, 'block') };
  });
  return { entries, whole: whole && frameRows(frame).length === frame.table.rows.length };
}

function tableUnit(frame: Frame, row: TableRow): UnitEntry | null {
  const asId = (text: string) => readId(text, 'id');
  const id = cellValue(frame, row, 'id', asId, true);
  const name = cellValue(frame, row, 'name', readLine, true);
  const type = cellValue(frame, row, 'type', asId, false);
  const ranked = cellValue(frame, row, 'ranked', readCellYesNo, false);
  const was = cellValue(frame, row, 'was', readFormerUnits, false);
  const attributes = figuresOf(frame, row);
  if (id === null || name === null) return null;
  const at = whereCell(frame, row, 'id');
  const nameAt = whereCell(frame, row, 'name');
  const wasAt = () => whereCell(frame, row, 'was');
  const figureAt = (figure: string) => whereFigure(frame, row, figure);
  const former = { ranked: ranked ?? true, was: was ?? [] };
  return { id, name, type, ...former, attributes, at, nameAt, wasAt, figureAt };
}

function formerUnit({
  unit,
  share,
  weight,
}: Pick<WrittenFormer, 'unit' | 'share'> & {
  readonly weight?: WrittenFormer['weight'];
}): FormerUnit {
  return { unit, share, weight: weight ?? exact(1) };
}

/** “xã A; xã B (40%)”: the units that went into this one. */
function readFormerUnits(text: string): Read<readonly FormerUnit[]> {
  const units: FormerUnit[] = [];
  for (const part of text.split(/[;\n]/).filter((one) => one.trim() !== '')) {
    const unit = readFormerUnit(part.trim());
    if (!unit.ok) return unit;
    units.push(formerUnit(unit.value));
  }
  return { ok: true, value: units };
}
