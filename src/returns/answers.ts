/** What one cell of a returned file says about one question. */
import { nameKey, nearest } from '../names.ts';
import type { Option, Scale } from '../plan/plan.ts';

export interface KnownScale {
  readonly scale: Scale;
  /** Option code by what may stand in a cell or a heading: the code, or the label's name key. */
  readonly byCode: ReadonlyMap<string, string>;
  readonly byLabel: ReadonlyMap<string, string>;
}

export type Answer =
  | { readonly kind: 'option'; readonly code: string }
  | { readonly kind: 'unknown'; readonly near: readonly string[] }
  /** Two options of the scale in one cell; `4,5` may also be a number with decimals. */
  | { readonly kind: 'two-marks' }
  | { readonly kind: 'decimal' };

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

/** The option that `text` names, by its code or by its whole label; null when it names none. */
export function optionNamed(known: KnownScale, text: string): string | null {
  const code = known.byCode.get(text) ?? known.byCode.get(text.toLowerCase());
  if (code !== undefined) return code;
  // Digits alone are a code or nothing: a name key would read `05` as `5`.
  return /\p{L}/u.test(text) ? (known.byLabel.get(nameKey(text)) ?? null) : null;
}

/** Reads a cell that is not blank. Nothing is rounded, trimmed to a range, or chosen between two marks. */
export function readAnswer(known: KnownScale, text: string): Answer {
  const code = optionNamed(known, text);
  if (code !== null) return { kind: 'option', code };
  if (isTwoMarks(known, text)) return { kind: 'two-marks' };
  if (/^-?\d+[.,]\d+$/.test(text)) return { kind: 'decimal' };
  const labels = known.scale.options.map((option) => option.label);
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
