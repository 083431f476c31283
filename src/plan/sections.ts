/** The tree of the plan file → its sections, each read on its own, so that a slip in one hides no other. */
import type { Finding, Where } from '../findings/finding.ts';
import { type Mistake, mistakesIn, type Written } from './issues.ts';
import { leaveOut, type Mended, mended } from './mend.ts';
import { placeKeyNames, unitKeyNames } from './schema/units.ts';
import { type PlanFile, planFile, planSections, type Section } from './schema.ts';
import { plainOf, spanWithKey, type TreePath } from './tree.ts';

export interface Sections {
  /** Sections that cannot be read are empty; what could be mended is mended. */
  readonly file: PlanFile;
  /** Sections with any mistake. */
  readonly mistaken: ReadonlySet<Section>;
  /** Sections in which something was left out to make them readable. */
  readonly lacking: ReadonlySet<Section>;
  readonly unreadable: ReadonlySet<Section>;
  readonly findings: readonly Finding[];
  /** Whether a place lies in a map that lacks something, so that what is said there may only follow from that. */
  readonly isConsequence: (at: Where) => boolean;
}

const keysBesideFigures = [...new Set([...unitKeyNames, ...placeKeyNames])];

const nothing: PlanFile = { survey: '', title: '', units: [], groups: [], forms: [] };

export function readSections(written: Written): Sections {
  const plain = plainOf(written.root);
  const whole = planFile.safeParse(plain);
  if (whole.success) return { ...sound, file: whole.data };
  const mistakes = mistakesIn(whole.error.issues, written, keysBesideFigures);
  const { plain: meant, lacking } = readable(mended(plain, mistakes));
  const values: Readonly<Record<string, unknown>> =
    typeof meant === 'string' || Array.isArray(meant) ? {} : { ...meant };
  const unreadable = new Set<Section>();
  const read: Record<string, unknown> = {};
  for (const section of Object.keys(planSections) as Section[]) {
    const result = planSections[section].safeParse(values[section]);
    if (!result.success) unreadable.add(section);
    else if (result.data !== undefined) read[section] = result.data;
  }
  return {
    file: { ...nothing, ...read },
    mistaken: sectionsOf(mistakes.map(({ path }) => path)),
    lacking: sectionsOf(lacking.map(judgedBy)),
    unreadable,
    findings: mistakes.map(({ finding }) => finding),
    isConsequence: followsFrom(mistakes, insideOf(lacking, written)),
  };
}

const sound = {
  mistaken: new Set<Section>(),
  lacking: new Set<Section>(),
  unreadable: new Set<Section>(),
  findings: [],
  isConsequence: () => false,
};

/** A rule needs all its keys: where a wrong one had to go, the rule goes with it, and so outwards. */
function readable({ plain, lacking }: Mended): Mended {
  const paths = [...lacking];
  for (let round = 0; round < mostRounds; round++) {
    const result = planFile.safeParse(plain);
    if (result.success) break;
    const left = result.error.issues.map(({ code, path }) => {
      // Of a key that is missing the map that should hold it.
      const within = code === 'invalid_type' ? path.slice(0, -1) : path;
      return leaveOut(plain, within as TreePath);
    });
    const holders = left.filter((path) => path !== null);
    if (holders.length === 0) break;
    paths.push(...holders);
  }
  return { plain, lacking: paths };
}

/** As deep as keys lie within each other below an entry of a list. */
const mostRounds = 5;

/** Whom a group rates and on which form does not depend on its quota; which figures are used does. */
function judgedBy(path: TreePath): TreePath {
  return path[0] === 'groups' && path[2] === 'quota' ? ['figures'] : path;
}

function sectionsOf(paths: readonly TreePath[]): ReadonlySet<Section> {
  return new Set(paths.flatMap(([section]) => (section === undefined ? [] : [section as Section])));
}

/** What is said of a value that only stands in for a wrong one is not said of the plan. */
function followsFrom(
  mistakes: readonly Mistake[],
  isInside: Sections['isConsequence'],
): Sections['isConsequence'] {
  const keyOf = (at: Where): string =>
    at.kind === 'text' ? `${at.file}:${at.line}:${at.column}` : '';
  const places = new Set(mistakes.map(({ finding }) => keyOf(finding.at)));
  return (at) => places.has(keyOf(at)) || isInside(at);
}

function insideOf(
  paths: readonly TreePath[],
  { root, source }: Written,
): Sections['isConsequence'] {
  const spans = paths
    .flatMap((path) => spanWithKey(root, path) ?? [])
    .map(({ start, end }) => ({
      start: source.position(start),
      end: source.position(end),
    }));
  return (at) =>
    at.kind === 'text' &&
    at.file === source.file &&
    spans.some(({ start, end }) => !isBefore(at, start) && isBefore(at, end));
}

interface Position {
  readonly line: number;
  readonly column: number;
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
