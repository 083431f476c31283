/** Which saved mapping a table is read by, and the table read by it. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type TableHead, whereIn } from '../table.ts';
import { headingKey } from './exports/system.ts';
import { type Adapted, adaptTable, exportOf } from './exports.ts';
import type { Known } from './known.ts';
import type { Mapping } from './mapping.ts';
import type { SavedMapping } from './mapping-file.ts';

export interface Fit {
  readonly saved: SavedMapping | null;
  readonly findings: readonly Finding[];
}

/** A form that was edited still asks half of its questions under their old headings. */
const leastShare = 0.5;

/**
 * Of the mappings for exports of this kind, the one whose headings are all there; where none is, the one most of whose
 * headings are, so that what was edited in the form is told at its line. Two that fit as well are the user's to choose.
 */
export function fittingMapping(head: TableHead, mappings: readonly SavedMapping[]): Fit {
  const kind = exportOf(head) ?? 'table';
  const there = new Set(head.columns.map(headingKey));
  const fits = mappings
    .filter(({ mapping }) => mapping?.export === kind)
    .map((saved) => ({ saved, ...shareOf(saved.mapping, there) }))
    .filter(({ found, share }) => found > 0 && share >= leastShare)
    .sort((a, b) => b.share - a.share || b.found - a.found);
  const [best] = fits;
  if (best === undefined) {
    // One that cannot be read at all may be the one for this file.
    const broken = kind === 'table' ? [] : mappings.filter(({ mapping }) => mapping === null);
    return { saved: null, findings: broken.flatMap(({ findings }) => findings) };
  }
  const equal = fits
    .filter(({ share, found }) => share === best.share && found === best.found)
    .sort((a, b) => ((a.saved.mapping?.name ?? '') < (b.saved.mapping?.name ?? '') ? -1 : 1));
  const readings = new Set(equal.map(({ saved }) => readingOf(saved.mapping, there)));
  if (readings.size === 1) return { saved: equal[0]?.saved ?? best.saved, findings: [] };
  const names = equal.map(({ saved }) => `mappings/${saved.mapping?.name ?? ''}.yaml`);
  const args = { mappings: names };
  return { saved: null, findings: [finding('returns/mapping-choice', whereIn(head, null), args)] };
}

/** All that a mapping says about a table with these headings: equal for two that read it the same way. */
function readingOf(mapping: Mapping | null, there: ReadonlySet<string>): string {
  if (mapping === null) return '';
  const { columns, values, exclude, ...rest } = mapping;
  const said = [...columns]
    .filter(([heading]) => there.has(headingKey(heading)))
    .map(([heading, meaning]) => [headingKey(heading), meaning]);
  const codes = [...values].map(([id, texts]) => [id, [...texts]]);
  return JSON.stringify([said, codes, [...exclude], { ...rest, name: '' }]);
}

/**
 * How many of the mapping's headings the table has, and what part of all that tell its form: those of questions, for
 * the columns of the system itself stand in every export. A mapping without questions is known by its fields.
 */
function shareOf(
  mapping: Mapping | null,
  there: ReadonlySet<string>,
): { readonly found: number; readonly share: number } {
  const all = [...(mapping?.columns ?? [])];
  const questions = all.filter(([, meaning]) => meaning.kind === 'question');
  const wanted =
    questions.length > 0 ? questions : all.filter(([, meaning]) => meaning.kind !== 'ignored');
  const found = wanted.filter(([heading]) => there.has(headingKey(heading))).length;
  return { found, share: wanted.length === 0 ? 0 : found / wanted.length };
}

export interface ReadHead {
  /** Null: the headings are read as they stand, or the findings say why they cannot be. */
  readonly adapted: Adapted | null;
  readonly findings: readonly Finding[];
}

/** `chosen`: the mapping that the user names for the files of this call; else one of `mappings` that fits. */
export function headReader(
  known: Known,
  mappings: readonly SavedMapping[],
  chosen: SavedMapping | null,
): (head: TableHead) => ReadHead {
  return (head) => {
    const fit: Fit =
      chosen === null ? fittingMapping(head, mappings) : { saved: chosen, findings: [] };
    const adapted = adaptTable(head, known, fit.saved?.mapping ?? null);
    const findings = [...fit.findings, ...slipsFor(head, fit.saved), ...(adapted?.findings ?? [])];
    return { adapted, findings };
  };
}

/** A heading that nobody has explained yet matters only to files that have it. */
function slipsFor(head: TableHead, saved: SavedMapping | null): readonly Finding[] {
  const there = new Set(head.columns.map(headingKey));
  return (saved?.findings ?? []).filter((found) => {
    const isOpen = found.code === 'returns/mapping-meaning' && found.args.isOpen;
    return !isOpen || there.has(headingKey(found.args.heading));
  });
}
