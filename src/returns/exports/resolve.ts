/** What the names in one heading of an export mean together: a question, and perhaps an option or a unit. */
import { namedSo, nameIndex } from '../../names.ts';
import type { QuestionId, UnitId } from '../../plan/plan.ts';
import { optionNamed } from '../answers.ts';
import type { Known } from '../known.ts';
import type { Meaning } from '../mapping.ts';
import { headingQuestions } from '../question-names.ts';
import { headingKey, type Pieces, type System } from './system.ts';

export type QuestionMeaning = Extract<Meaning, { kind: 'question' }>;

export type Resolved =
  | { readonly kind: 'meaning'; readonly meaning: QuestionMeaning }
  | { readonly kind: 'several'; readonly meanings: readonly QuestionMeaning[] }
  /** The question is known, what stands beside it is neither an option nor a unit. */
  | { readonly kind: 'part'; readonly ids: readonly QuestionId[]; readonly part: string }
  | { readonly kind: 'aside' | 'none' };

export type Resolve = (cuts: readonly Pieces[], system: System | null) => Resolved;

/** Looks headings up in the plan; nothing but an exact name is taken. */
export function headingResolver(known: Known): Resolve {
  const names: Names = {
    known,
    questions: headingQuestions(known),
    unit: unitFinder(known),
  };
  return (cuts, system) => {
    let part: Resolved = { kind: 'none' };
    for (const cut of cuts) {
      const resolved = ofPieces(names, cut, system);
      if (resolved.kind === 'meaning' || resolved.kind === 'several') return resolved;
      if (part.kind === 'none') part = resolved;
    }
    return part;
  };
}

interface Names {
  readonly known: Known;
  readonly questions: (heading: string) => readonly QuestionId[];
  readonly unit: (name: string) => UnitId | null;
}

function unitFinder({ plan }: Known): (name: string) => UnitId | null {
  const index = nameIndex(plan.units);
  return (name) => {
    // Names in forms have no dashes: so_noi_vu is so-noi-vu.
    const found = [...namedSo(name, index), ...namedSo(name.replaceAll('_', '-'), index)];
    const ids = new Set(found.map(({ id }) => id));
    return ids.size === 1 ? ([...ids][0] ?? null) : null;
  };
}

/** A run of pieces that is a question, and what the runs around it are. */
function ofPieces(names: Names, { pieces, joint }: Pieces, system: System | null): Resolved {
  const run = (from: number, to: number): string => pieces.slice(from, to).join(joint);
  let most = 0;
  let found: QuestionMeaning[] = [];
  let left: Resolved = { kind: 'none' };
  for (let from = 0; from < pieces.length; from++) {
    for (let to = pieces.length; to > from; to--) {
      const ids = names.questions(run(from, to));
      if (ids.length === 0 || to - from < most) continue;
      const after = pieces.slice(to);
      const around = { before: pieces.slice(0, from), after, joint };
      const meaning = withBeside(names, ids, around, system);
      if (meaning === null) {
        left = asidePart(names, ids, after, system) ?? left;
        continue;
      }
      found = to - from > most ? [meaning] : [...found, meaning];
      most = to - from;
    }
  }
  const distinct = new Map(found.map((meaning) => [JSON.stringify(meaning), meaning]));
  const [only, ...others] = distinct.values();
  if (only === undefined) return left;
  return others.length === 0
    ? { kind: 'meaning', meaning: only }
    : { kind: 'several', meanings: [...distinct.values()] };
}

interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly joint: string;
}

/** Everything behind the question must be told; before it may stand groups of any name. */
function withBeside(
  names: Names,
  ids: readonly QuestionId[],
  { before, after, joint }: Around,
  system: System | null,
): QuestionMeaning | null {
  const isRated = ids.every((id) => names.known.questions.get(id)?.question.per === 'rating');
  const unitOf = (name: string): UnitId | null => (isRated ? names.unit(name) : null);
  const outer = isRated ? unitBefore(names, before, joint) : null;
  if (after.length === 0) return { kind: 'question', ids, option: null, unit: outer };
  const optionOf = (name: string): string | null => optionOfAll(names, ids, name, system);
  for (let cut = 0; cut <= after.length; cut++) {
    const left = after.slice(0, cut).join(joint);
    const right = after.slice(cut).join(joint);
    for (const [named, ticked] of [
      [left, right],
      [right, left],
    ] as const) {
      const unit = named === '' ? outer : unitOf(named);
      const option = ticked === '' ? null : optionOf(ticked);
      const isTold = (named === '' || unit !== null) && (ticked === '' || option !== null);
      if (isTold) return { kind: 'question', ids, option, unit };
    }
  }
  return null;
}

/** The unit that a group before the question is named by. */
function unitBefore(names: Names, before: readonly string[], joint: string): UnitId | null {
  for (let to = before.length; to > 0; to--) {
    for (let from = 0; from < to; from++) {
      const unit = names.unit(before.slice(from, to).join(joint));
      if (unit !== null) return unit;
    }
  }
  return null;
}

/** The option of a multiple choice, the same for all of the questions. */
function optionOfAll(
  { known }: Names,
  ids: readonly QuestionId[],
  name: string,
  system: System | null,
): string | null {
  const codes = ids.map((id) => {
    const found = known.questions.get(id);
    if (found?.scale == null || found.question.kind !== 'multiple') return null;
    const code = optionNamed(found.scale, name);
    if (code !== null || system?.other == null || headingKey(name) !== system.other) return code;
    return (
      ['Khác', 'Other']
        .map((word) => found.scale && optionNamed(found.scale, word))
        .find(Boolean) ?? null
    );
  });
  const [first = null] = codes;
  return codes.every((code) => code === first) ? first : null;
}

/** What is left behind a question that is known: an aside, or a part that somebody must explain. */
function asidePart(
  { known }: Names,
  ids: readonly QuestionId[],
  after: readonly string[],
  system: System | null,
): Resolved | null {
  const last = headingKey(after.at(-1) ?? '');
  if (system?.asides.includes(last) || system?.other === last) return { kind: 'aside' };
  const takes = ids.some((id) => {
    const question = known.questions.get(id)?.question;
    return question?.kind === 'multiple' || question?.per === 'rating';
  });
  return takes ? { kind: 'part', ids, part: after.join(' ') } : null;
}
