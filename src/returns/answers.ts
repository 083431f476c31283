/** What one cell of a returned file says about one question. */
import { nameKey, nearest } from '../names.ts';
import type { Option, Question, ReturnsRules, Scale } from '../plan/plan.ts';
import { type MissingKind, missingKinds, missingMark, missingOf } from '../stats/missing.ts';
import type { DecimalMark } from '../table/number-text.ts';
import { readChoices } from './choices.ts';
import { readFigure } from './figure-answer.ts';

export interface KnownScale {
  readonly scale: Scale;
  /** Option code by what may stand in a cell or a heading: the code, or the label's name key. */
  readonly byCode: ReadonlyMap<string, string>;
  readonly byLabel: ReadonlyMap<string, string>;
}

/** A question, and how a cell under it is read. */
export interface KnownQuestion {
  readonly question: Question;
  /** Null for a question answered with a figure or in words. */
  readonly scale: KnownScale | null;
  readonly acceptTwoMarks: boolean;
  readonly missing: MissingCodes;
  /** Stored answer by the text of a cell; grows with what has been read, up to a bound. */
  readonly usual: Map<string, string | null>;
}

/** Why a cell cannot be kept as an answer. Nothing is rounded, trimmed to a range, or chosen between two marks. */
export type Unreadable =
  | { readonly kind: 'unknown'; readonly near: readonly string[] }
  /** Two options of the scale in one cell; `4,5` may also be a number with decimals. */
  | { readonly kind: 'two-marks' }
  | { readonly kind: 'decimal' }
  /** Of a multiple choice: an option twice, more options than allowed, or words that can be told apart in two ways. */
  | { readonly kind: 'choice-twice'; readonly code: string }
  | { readonly kind: 'too-many-choices'; readonly count: number }
  | { readonly kind: 'choices-unclear' }
  | { readonly kind: 'not-a-number' }
  /** Both readings as decimal text. */
  | { readonly kind: 'ambiguous-number'; readonly whole: string; readonly decimal: string }
  | { readonly kind: 'out-of-range' }
  | { readonly kind: 'too-many-decimals' };

/** The answer as `Rating.answers` keeps it (null: blank), or why the cell gives none. */
export type Answer = string | null | Unreadable;

/** Texts remembered for each question: enough for every spelling of a scale, too few to hold a file. */
const mostRemembered = 512;

export function knownScale(scale: Scale): KnownScale {
  const byCode = new Map<string, string>();
  const byLabel = new Map<string, string>();
  const twice = new Set<string>();
  for (const { code, label } of scale.options) {
    // Capital letters do not count, unless the plan itself tells `a` from `A`.
    if (!scale.options.some((other) => other.code === code.toLowerCase())) {
      byCode.set(code.toLowerCase(), code);
    }
    byCode.set(code, code);
    const key = nameKey(label);
    if (byLabel.has(key)) twice.add(key);
    byLabel.set(key, code);
  }
  for (const key of twice) byLabel.delete(key);
  return { scale, byCode, byLabel };
}

/** `scale` is null for a question that has none. */
export function knownQuestion(
  question: Question,
  scale: KnownScale | null,
  missing: MissingCodes,
  { acceptTwoMarks }: Pick<ReturnsRules, 'acceptTwoMarks'>,
): KnownQuestion {
  return { question, scale, acceptTwoMarks, missing, usual: new Map() };
}

/** Tells which kind of missing answer a text stands for by the codes that the plan declares; null: none. */
export type MissingCodes = (text: string) => MissingKind | null;

export function missingCodes({ codes }: Pick<ReturnsRules, 'codes'>): MissingCodes {
  const kinds = new Map(
    missingKinds.flatMap((kind) => codes[kind].map((text) => [codeKey(text), kind] as const)),
  );
  return kinds.size === 0 ? () => null : (text) => kinds.get(codeKey(text)) ?? null;
}

/** Words are the same whatever their capitals; digits and signs only as they are written. */
export function codeKey(text: string): string {
  return /\p{L}/u.test(text) ? nameKey(text) : text;
}

/** The option that `text` names, by its code or by its whole label; null when it names none. */
export function optionNamed(known: KnownScale, text: string): string | null {
  const code = known.byCode.get(text) ?? known.byCode.get(text.toLowerCase());
  if (code !== undefined) return code;
  // Digits alone are a code or nothing: a name key would read `05` as `5`.
  return /\p{L}/u.test(text) ? (known.byLabel.get(nameKey(text)) ?? null) : null;
}

/** Reads a cell of any kind of question. `decimal` matters to figures only; null: nobody said. */
export function readAnswer(
  known: KnownQuestion,
  text: string,
  decimal: DecimalMark | null,
): Answer {
  if (text === '') return null;
  const usual = known.usual.get(text);
  if (usual !== undefined) return usual;
  const answer = readWritten(known, text, decimal);
  const isSettled = answer === null || typeof answer === 'string';
  const { usual: remembered, scale } = known;
  if (isSettled && scale !== null && remembered.size < mostRemembered) remembered.set(text, answer);
  return answer;
}

function readWritten(known: KnownQuestion, text: string, decimal: DecimalMark | null): Answer {
  const { question, scale } = known;
  const missing = known.missing(text);
  if (missing !== null) return missing === 'blank' ? null : missingMark(missing);
  // As our own files write it, and as exports are read that know why a cell is empty.
  if (question.kind !== 'open' && text.startsWith('(') && isMark(text)) return text;
  if (question.kind === 'number') return readFigure(question, text, decimal);
  if (scale === null) return text;
  return question.kind === 'multiple'
    ? readChoices(question, scale, text)
    : readOption(scale, text, known.acceptTwoMarks);
}

function isMark(text: string): boolean {
  const kind = missingOf(text);
  return kind !== null && kind !== 'blank';
}

function readOption(scale: KnownScale, text: string, acceptTwoMarks: boolean): Answer {
  const code = optionNamed(scale, text);
  if (code !== null) return code;
  if (isTwoMarks(scale, text)) {
    return acceptTwoMarks ? missingMark('two-marks') : { kind: 'two-marks' };
  }
  if (/^-?\d+[.,]\d+$/.test(text)) return { kind: 'decimal' };
  return unknownOption(scale, text);
}

export function unknownOption({ scale }: KnownScale, text: string): Unreadable {
  const labels = scale.options.map((option) => option.label);
  return { kind: 'unknown', near: nearest(text, labels) };
}

/** `1,2` and `4; 5` and `4 5`; labels are only told apart by a mark between them. */
const betweenMarks = [/\s*[,;/+&|]\s*/, /\s+(?:và\s+)?/u];

function isTwoMarks(known: KnownScale, text: string): boolean {
  return betweenMarks.some((between) => {
    const parts = text.split(between).filter((part) => part !== '');
    return parts.length > 1 && parts.every((part) => optionNamed(known, part) !== null);
  });
}

/** An option as a message names it: `Rất hài lòng (5)`. */
export function optionName({ code, label }: Pick<Option, 'code' | 'label'>): string {
  return `${label} (${code})`;
}

export function optionList(scale: Scale): readonly string[] {
  return scale.options.map(optionName);
}
