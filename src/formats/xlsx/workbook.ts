/** The parts of a workbook: which sheets it has, what they are called, where they stand in the zip. */
import { prefixed, readXml, type XmlEnd } from './xml.ts';
import type { Zip } from './zip.ts';

export interface SheetPart {
  /** As shown on the tab, NFC. */
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface Workbook {
  /** Work sheets in tab order; chart and macro sheets hold no cells and are left out. */
  readonly sheets: readonly SheetPart[];
  readonly strings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904, as older Mac versions do. */
  readonly date1904: boolean;
}

export type ReadWorkbook =
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  | { readonly kind: 'broken'; readonly end: XmlEnd; readonly part: string };

interface Relation {
  /** Last word of the type: the same in transitional and strict files. */
  readonly type: string;
  readonly target: string;
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

/** Finds the workbook by the package's relations, never by guessing names. */
export async function readWorkbook(zip: Zip): Promise<ReadWorkbook> {
  const root = await readRelations(zip, '');
  const main = [...root.relations.values()].find((relation) => relation.type === 'officeDocument');
  if (root.end !== 'done' || main === undefined) return broken(root.end, relationsPart(''));
  const linked = await readRelations(zip, main.target);
  if (linked.end !== 'done') return broken(linked.end, relationsPart(main.target));
  const listed = await readSheetList(zip, main.target);
  if (listed.end !== 'done') return broken(listed.end, main.target);
  const sheets: SheetPart[] = [];
  for (const { name, relation, hidden } of listed.sheets) {
    const link = linked.relations.get(relation);
    if (link === undefined) return broken('absent', name);
    if (link.type === 'worksheet') sheets.push({ name, part: link.target, hidden });
  }
  const partOf = (type: string): string | null => {
    return [...linked.relations.values()].find((link) => link.type === type)?.target ?? null;
  };
  const parts = { strings: partOf('sharedStrings'), styles: partOf('styles') };
  return { kind: 'workbook', workbook: { sheets, ...parts, date1904: listed.date1904 } };
}

function broken(end: XmlEnd, part: string): ReadWorkbook {
  return { kind: 'broken', end, part };
}

async function readSheetList(
  zip: Zip,
  part: string,
): Promise<{ end: XmlEnd; sheets: SheetEntry[]; date1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  const end = await readXml(zip, part, {
    open: (local, attributes, depth) => {
      if (depth === 2 && local === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (depth !== 3 || local !== 'sheet') return;
      const name = (attributes.name ?? '').normalize('NFC');
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name, relation: prefixed(attributes, 'id') ?? '', hidden });
    },
  });
  return { end, sheets, date1904 };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

async function readRelations(
  zip: Zip,
  part: string,
): Promise<{ end: XmlEnd; relations: ReadonlyMap<string, Relation> }> {
  const relations = new Map<string, Relation>();
  const end = await readXml(zip, relationsPart(part), {
    open: (local, attributes) => {
      if (local !== 'Relationship' || attributes.TargetMode === 'External') return;
      const type = (attributes.Type ?? '').split('/').at(-1) ?? '';
      relations.set(attributes.Id ?? '', { type, target: resolve(part, attributes.Target ?? '') });
    },
  });
  return { end, relations };
}

/** A target is relative to the folder of the part that names it, unless it starts with a slash. */
function resolve(from: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
