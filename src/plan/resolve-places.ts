/** `places` as written, in the plan or in a frame file → the sampling frame, depth first. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../names.ts';
import type { TableRow } from '../table.ts';
import type { Entries, PlaceEntry, Reading } from './entries.ts';
import { inlineFigures } from './figures.ts';
import {
  cellText,
  cellValue,
  type Frame,
  figuresOf,
  frameRows,
  openFrame,
  readCellYesNo,
  whereCell,
  whereFigure,
} from './frame.ts';
import { readId, readLine } from './scalars.ts';
import type { PlaceFile } from './schema/units.ts';
import type { PlanFile } from './schema.ts';
import type { TreePath } from './tree.ts';

const further = ['parent', 'unit', 'type', 'chosen', 'certain'] as const;

type PlacesFile = NonNullable<PlanFile['places']>;

export function resolvePlaces(
  written: PlacesFile | undefined,
  reading: Reading,
): Entries<PlaceEntry> {
  if (written === undefined) return { entries: [], whole: true, findings: [] };
  if ('list' in written) {
    const context = { reading, deepest: written.levels.length, findings: [] as Finding[] };
    const entries = written.list.flatMap((place, index) =>
      placeEntries(place, ['places', 'list', index], null, 0, context),
    );
    const { findings } = context;
    return { entries, whole: true, findings };
  }
  const table = reading.frame.get(written.from);
  if (table === undefined) return { entries: [], whole: false, findings: [] };
  if (table === null) {
    const at = reading.at(['places', 'from']);
    const findings = [finding('plan/frame-missing', at, { path: written.from })];
    return { entries: [], whole: false, findings };
  }
  const frame = openFrame(table, ['id', 'name', 'level'], further, reading.figures);
  const rows = frame.complete ? tablePlaces(frame, written.levels) : [];
  const whole = frame.complete && rows.length === table.rows.length;
  return { entries: depthFirst(rows), whole, findings: frame.findings };
}

interface Inline {
  readonly reading: Reading;
  /** How many levels there are. */
  readonly deepest: number;
  readonly findings: Finding[];
}

function placeEntries(
  place: PlaceFile,
  path: TreePath,
  parent: string | null,
  level: number,
  context: Inline,
): readonly PlaceEntry[] {
  const { id, name, unit, places, type, chosen, certain, ...written } = place;
  const { at } = context.reading;
  const figures = inlineFigures(written, path, context.reading);
  context.findings.push(...figures.findings);
  const entry: PlaceEntry = {
    id,
    name,
    level: level < context.deepest ? level : -1,
    parent,
    unit: unit ?? null,
    type: type ?? null,
    chosen: chosen ?? null,
    certain: certain ?? false,
    attributes: figures.values,
    at: at([...path, 'id']),
    parentAt: at([...path, 'id']),
    unitAt: at([...path, 'unit']),
    figureAt: (figure) => at([...path, figure], 'key'),
  };
  const inside = (places ?? []).flatMap((child, index) =>
    placeEntries(child, [...path, 'places', index], id, level + 1, context),
  );
  return [entry, ...inside];
}

function tablePlaces(frame: Frame, levels: readonly string[]): readonly PlaceEntry[] {
  const asId = (text: string) => readId(text, 'id');
  return frameRows(frame).flatMap((row) => {
    const id = cellValue(frame, row, 'id', asId, true);
    const name = cellValue(frame, row, 'name', readLine, true);
    const level = tableLevel(frame, row, levels);
    const attributes = figuresOf(frame, row);
    const parent = cellText(frame, row, 'parent') || null;
    const unit = cellText(frame, row, 'unit') || null;
    const marks = tableMarks(frame, row);
    if (id === null || name === null || level === null) return [];
    const at = whereCell(frame, row, 'id');
    const parentAt = whereCell(frame, row, 'parent');
    const unitAt = whereCell(frame, row, 'unit');
    const figureAt = (figure: string) => whereFigure(frame, row, figure);
    return [
      { id, name, level, parent, unit, ...marks, attributes, at, parentAt, unitAt, figureAt },
    ];
  });
}

function tableMarks(frame: Frame, row: TableRow): Pick<PlaceEntry, 'type' | 'chosen' | 'certain'> {
  return {
    type: cellValue(frame, row, 'type', (text) => readId(text, 'id'), false),
    chosen: cellValue(frame, row, 'chosen', readLine, false),
    certain: cellValue(frame, row, 'certain', readCellYesNo, false) ?? false,
  };
}

function tableLevel(frame: Frame, row: TableRow, levels: readonly string[]): number | null {
  const text = cellValue(frame, row, 'level', readLine, true);
  if (text === null) return null;
  const level = levels.indexOf(text);
  if (level >= 0) return level;
  const near = nearest(text, levels);
  const args = { thing: 'level', text, near, known: levels } as const;
  frame.findings.push(finding('plan/unknown-name', whereCell(frame, row, 'level'), args));
  return null;
}

/** Each place before the places inside it; a place whose parent is not there comes last. */
function depthFirst(places: readonly PlaceEntry[]): readonly PlaceEntry[] {
  const inside = new Map<string | null, PlaceEntry[]>();
  for (const place of places) {
    const siblings = inside.get(place.parent);
    if (siblings === undefined) inside.set(place.parent, [place]);
    else siblings.push(place);
  }
  const ordered = new Set<PlaceEntry>();
  // A stack of our own: a file may chain its rows as deep as it is long.
  const waiting = [...(inside.get(null) ?? []), ...places].reverse();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (ordered.has(place)) continue;
    ordered.add(place);
    waiting.push(...(inside.get(place.id) ?? []).toReversed());
  }
  return [...ordered];
}
