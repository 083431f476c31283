/**
 * Text of `plan.yaml` and the tables it names → Plan, or everything that is wrong with them at once.
 *
 *     text → tree → sections (schema) → units, places, rosters gathered → Plan → rules
 */
import { hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import type { PeopleFrame } from '../people.ts';
import type { Table } from '../table.ts';
import type { PlaceEntry, Reading, UnitEntry } from './entries.ts';
import { resolveFigures } from './figures.ts';
import { fingerprint } from './fingerprint.ts';
import { type Gathered, normalise } from './normalise.ts';
import { planWhere } from './places-in-file.ts';
import type { Plan } from './plan.ts';
import { resolvePlaces } from './resolve-places.ts';
import { resolveRosters } from './resolve-rosters.ts';
import { resolveUnits } from './resolve-units.ts';
import type { RuleContext } from './rules/rule.ts';
import { type Closed, ruleFindings, rulesHold } from './rules.ts';
import { readId } from './scalars.ts';
import type { PlanFile, Section } from './schema.ts';
import { readSections } from './sections.ts';
import { type MapNode, nodeAt, type TreeNode, whereAt } from './tree.ts';
import type { PlanWhere } from './where.ts';
import { type ReadTree, readTree } from './yaml.ts';

export interface ParsedPlan {
  readonly plan: Plan;
  /** SHA-256 of the normalised plan. */
  readonly fingerprint: string;
  readonly where: PlanWhere;
  /** Who is on its lists. Personal data: rows of it may be named outside `frame/`, nothing else. */
  readonly people: PeopleFrame;
}

/** A plan that has mistakes may still have sections from which quotas can be worked out. */
export type PlanParse =
  | (Checked<ParsedPlan> & { readonly ok: true })
  | {
      readonly ok: false;
      readonly findings: readonly Finding[];
      readonly forQuotas: Pick<ParsedPlan, 'plan' | 'where'> | null;
    };

/** What quotas are worked out from. */
const quotaSections: readonly Section[] = ['figures', 'units', 'places', 'groups', 'stated'];

/** A plan whose text has been read, waiting for its tables. */
export interface OpenedPlan {
  /** The tables that it names; of a text that cannot be read, none. */
  readonly frameFiles: readonly string[];
  /** The sheet of a file that is to be read, where the plan names one. */
  readonly sheets: ReadonlyMap<string, string>;
  /**
   * `frame` holds the tables by these names, null for one that is not there. One that could not be read is
   * left out, and its findings are the caller's.
   */
  readonly parse: (frame: ReadonlyMap<string, Table | null>) => PlanParse;
}

/** `file` is the name that findings carry. */
export function openPlan(text: string, file: string): OpenedPlan {
  const tree = readTree(text, file);
  return {
    frameFiles: tree.root === null ? [] : namedFiles(tree.root),
    sheets: tree.root === null ? new Map() : namedSheets(tree.root),
    parse: (frame) => parseTree(tree, frame),
  };
}

/** `openPlan` and its `parse` in one, for those who have the tables. */
export function parsePlan(
  text: string,
  file: string,
  frame: ReadonlyMap<string, Table | null>,
): PlanParse {
  return openPlan(text, file).parse(frame);
}

function parseTree(tree: ReadTree, frame: ReadonlyMap<string, Table | null>): PlanParse {
  const { root, source, findings: spelling } = tree;
  if (root === null) return { ok: false, findings: spelling, forQuotas: null };
  const sections = readSections({ root, source });
  const at: Reading['at'] = (path, part) => whereAt(root, source, path, part);
  const figures = resolveFigures(sections.file.figures, at);
  const reading: Reading = { at, frame, figures: figures.values };
  const gathered = gather(sections.file, reading);
  const plan = normalise(gathered.value);
  const context: RuleContext = { ...gathered.value, plan, at: reading.at };
  const closed: Closed = {
    unreadable: new Set([...sections.unreadable, ...gathered.unreadable]),
    lacking: new Set([...sections.lacking, ...gathered.lacking, ...lackingFigures(figures)]),
    isConsequence: sections.isConsequence,
  };
  const read = [...figures.findings, ...gathered.findings];
  const known = [...read, ...sections.findings];
  const before = [
    ...spelling.filter(({ at }) => !known.some((found) => samePlace(found.at, at))),
    ...read,
  ];
  const findings = [...before, ...sections.findings, ...ruleFindings(context, closed)];
  if (hasErrors(findings) || closed.unreadable.size > 0) {
    const sound =
      !hasErrors(before) &&
      !quotaSections.some(
        (section) => closed.unreadable.has(section) || sections.mistaken.has(section),
      ) &&
      rulesHold(context, quotaSections);
    const forQuotas = sound ? { plan, where: planWhere(context) } : null;
    return { ok: false, findings, forQuotas };
  }
  const { people } = gathered.value;
  const value = { plan, fingerprint: fingerprint(plan), where: planWhere(context), people };
  return { ok: true, value, findings };
}

function lackingFigures({ findings }: { findings: readonly Finding[] }): readonly Section[] {
  return findings.length === 0 ? [] : ['figures'];
}

/** A number that cannot be read is reported once: by whoever knows what it must be. */
function samePlace(one: Where, other: Where): boolean {
  if (one.kind !== 'text' || other.kind !== 'text') return false;
  return one.line === other.line && one.column === other.column;
}

interface Gathering {
  readonly value: Gathered;
  readonly unreadable: readonly Section[];
  readonly lacking: readonly Section[];
  readonly findings: readonly Finding[];
}

/** Units, places and people from wherever the plan says they are. */
function gather(file: PlanFile, reading: Reading): Gathering {
  const blocks = resolveUnits(file.units, reading);
  const places = resolvePlaces(file.places, reading);
  const units: readonly UnitEntry[] = blocks.entries.flatMap((block) => block.units);
  const entries: readonly PlaceEntry[] = places.entries;
  // Of units that cannot be read, no row of a list can be told to be of one.
  const frame = blocks.whole && places.whole ? reading.frame : new Map<string, Table>();
  const {
    people,
    counts: rosters,
    findings: ofLists,
  } = resolveRosters(file, frame, units, entries);
  const findings = [...blocks.findings, ...places.findings, ...ofLists];
  const { figures } = reading;
  return {
    value: { file, figures, blocks: blocks.entries, units, places: entries, rosters, people },
    unreadable: [
      ...(blocks.whole ? [] : ['units' as const]),
      ...(places.whole ? [] : ['places' as const]),
    ],
    lacking: [
      ...(hasErrors(blocks.findings) ? ['units' as const] : []),
      ...(hasErrors(places.findings) ? ['places' as const] : []),
    ],
    findings,
  };
}

function namedFiles(root: MapNode): readonly string[] {
  const groups = nodeAt(root, ['groups']);
  const rosters = groups?.kind === 'list' ? groups.items.flatMap(rostersOf) : [];
  const named = [nodeAt(root, ['units', 'from']), nodeAt(root, ['places', 'from']), ...rosters];
  const names = named.flatMap((node) => (node?.kind === 'text' ? [node.text] : []));
  // A name that is no file of `frame/` is reported by the schema and never opened.
  return [...new Set(names)].filter((name) => readId(name, 'file').ok);
}

/** Of lists of people; the first that is said of a file (`sample/sheets-differ`). */
function namedSheets(root: MapNode): ReadonlyMap<string, string> {
  const groups = nodeAt(root, ['groups']);
  const sheets = new Map<string, string>();
  for (const group of groups?.kind === 'list' ? groups.items : []) {
    const file = nodeAt(group, ['roster', 'file']);
    const sheet = nodeAt(group, ['roster', 'sheet']);
    if (file?.kind !== 'text' || sheet?.kind !== 'text') continue;
    if (!sheets.has(file.text)) sheets.set(file.text, sheet.text);
  }
  return sheets;
}

function rostersOf(group: TreeNode): readonly (TreeNode | null)[] {
  const except = nodeAt(group, ['quota', 'except']);
  const rules = except?.kind === 'map' ? valuesOf(except) : [];
  const counted = [nodeAt(group, ['quota']), ...rules].map((rule) =>
    rule === null ? null : nodeAt(rule, ['census', 'roster']),
  );
  return [nodeAt(group, ['roster']), nodeAt(group, ['roster', 'file']), ...counted];
}

function valuesOf(map: MapNode): readonly TreeNode[] {
  return [...map.entries.values()].map(({ value }) => value);
}
