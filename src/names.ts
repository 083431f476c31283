/**
 * Names as people write them: the same body is “Xã Hòa An”, “xã Hoà An”, “X. Hòa An” or “UBND xã Hòa An”.
 * Two names are the same only when they fold to the same key; anything less is offered, never taken.
 */
import { distance } from 'fastest-levenshtein';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export type NameMatch<C extends Named> =
  | { readonly kind: 'exact'; readonly found: C }
  | { readonly kind: 'ambiguous'; readonly among: readonly C[] }
  /** `near`: names (or ids, when the text looks like an id) that may have been meant, nearest first. */
  | { readonly kind: 'none'; readonly near: readonly string[] };

/** Candidates prepared once for many look-ups (`nameIndex`). */
export interface NameIndex<C extends Named> {
  readonly candidates: readonly C[];
  readonly byId: ReadonlyMap<string, C>;
  /** By the name without its prefix. */
  readonly byBare: ReadonlyMap<
    string,
    readonly { readonly candidate: C; readonly kind: string | null }[]
  >;
}

export function nameIndex<C extends Named>(candidates: readonly C[]): NameIndex<C> {
  const byId = new Map<string, C>();
  const byBare = new Map<string, { candidate: C; kind: string | null }[]>();
  for (const candidate of candidates) {
    byId.set(candidate.id, candidate);
    const { kind, bare } = nameParts(candidate.name);
    const same = byBare.get(bare);
    if (same === undefined) byBare.set(bare, [{ candidate, kind }]);
    else same.push({ candidate, kind });
  }
  return { candidates, byId, byBare };
}

/**
 * The candidate that `text` names: by its exact id, else by its name key. A prefix may be missing on one
 * side (“Hòa An” is “Xã Hòa An”) but two different prefixes are two bodies (xã / thị trấn Châu Thành).
 */
export function matchName<C extends Named>(
  text: string,
  among: NameIndex<C> | readonly C[],
): NameMatch<C> {
  const index = 'byBare' in among ? among : nameIndex(among);
  const found = namedSo(text, index);
  const [only, ...others] = found;
  if (only === undefined)
    return { kind: 'none', near: nearNames(text.normalize('NFC').trim(), index.candidates) };
  return others.length === 0 ? { kind: 'exact', found: only } : { kind: 'ambiguous', among: found };
}

/** `matchName` without the search for near ones, which goes through all candidates. */
export function namedSo<C extends Named>(text: string, index: NameIndex<C>): readonly C[] {
  const written = text.normalize('NFC').trim();
  const byId = index.byId.get(written);
  if (byId !== undefined) return [byId];
  const { kind, bare } = nameParts(written);
  const same = bare === '' ? [] : (index.byBare.get(bare) ?? []);
  const alike = same.filter((entry) => entry.kind === kind);
  // A bare number is no name: “1” must not find “Phường 1”, it is more likely a row number.
  const hasLetter = /\p{L}/u.test(bare);
  const loose = hasLetter ? same.filter((entry) => entry.kind === null || kind === null) : [];
  return (alike.length > 0 ? alike : loose).map((entry) => entry.candidate);
}

/**
 * The key of a name: NFC, lower case, one style of tone placement, abbreviated prefixes spelled out,
 * punctuation and spaces folded, numbers without leading zeros. Marks stay: Đ is not D, Hà is not Hạ.
 */
export function nameKey(text: string): string {
  const { kind, bare } = nameParts(text);
  return kind === null ? bare : `${kind} ${bare}`;
}

/** The key split at its usual prefix: `P. 01` → `{ kind: 'phường', bare: '1' }`; no prefix: `kind` is null. */
export function nameParts(text: string): { readonly kind: string | null; readonly bare: string } {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    // The eth and the African d, which some converters of old fonts write, are not to be told from đ.
    .replace(/[\u00f0\u0256]/g, 'đ')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim();
  const words = wordKey(spellOut(plain));
  const name = words.replace(/^(ubnd|ủy ban nhân dân) (?=\S)/u, '');
  for (const kind of kinds) {
    if (name.startsWith(`${kind} `)) return { kind, bare: name.slice(kind.length + 1) };
  }
  return { kind: null, bare: name };
}

/** Prefixes that tell what a body is and are often left out or abbreviated. “Sở” is part of a name, no prefix. */
const kinds = [
  'thành phố',
  'thị xã',
  'thị trấn',
  'đặc khu',
  'phường',
  'huyện',
  'quận',
  'tỉnh',
  'xã',
];

/** One letter counts as an abbreviation only before a full stop or a number: “X. An”, “P1”, never “X An”. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?tp(?:\.|\s|(?=\d))/u, '$1thành phố '],
  [/^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?tx(?:\.|\s)/u, '$1thị xã '],
  [/^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?tt(?:\.|\s)/u, '$1thị trấn '],
  [/^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?đk\./u, '$1đặc khu '],
  [/^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?p(?:\.|\s*(?=\d))/u, '$1phường '],
  [/^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?h\./u, '$1huyện '],
  [/^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?q(?:\.|\s*(?=\d))/u, '$1quận '],
  [/^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?x\./u, '$1xã '],
];

function spellOut(text: string): string {
  for (const [pattern, full] of abbreviations) {
    if (pattern.test(text)) return text.replace(pattern, full);
  }
  return text;
}

function wordKey(text: string): string {
  return toneOnFirst(text)
    .replaceAll('&', ' và ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<![\p{L}\p{N}])0+(?=\d)/gu, '');
}

/**
 * Hoà → hòa, khoẻ → khỏe, thuỷ → thủy: one spelling of the two. Only oa, oe and uy at the end of a
 * syllable have two accepted tone places; marks of letters (ă, ơ …) are not tones.
 */
function toneOnFirst(text: string): string {
  return text
    .normalize('NFD')
    .replace(
      /(o[ae]|uy)([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/gu,
      (_all, pair, tone) => {
        const vowels = String(pair);
        return `${vowels.slice(0, 1)}${String(tone)}${vowels.slice(1)}`;
      },
    )
    .normalize('NFC');
}

/**
 * At most `most` of the candidates that `text` may have meant, nearest first: few letters away once
 * case, marks and punctuation are set aside, or one contained in the other.
 */
export function nearest(text: string, candidates: readonly string[], most = 3): readonly string[] {
  return nearestOf(candidates)(text, most);
}

/** `nearest` for many texts: the candidates are folded once. */
export function nearestOf(
  candidates: readonly string[],
): (text: string, most?: number) => readonly string[] {
  const folded = candidates.map((candidate) => ({ candidate, bare: bareSkeleton(candidate) }));
  return (text, most = 3) => {
    const wanted = bareSkeleton(text);
    if (wanted === '') return [];
    return folded
      .map(({ candidate, bare }) => ({ candidate, far: farness(wanted, bare) }))
      .filter(({ far }) => far !== null)
      .sort((left, right) => (left.far ?? 0) - (right.far ?? 0))
      .slice(0, most)
      .map(({ candidate }) => candidate);
  };
}

function nearNames(text: string, candidates: readonly Named[]): readonly string[] {
  const names = nearest(text, [...new Set(candidates.map(({ name }) => name))]);
  return names.length > 0
    ? names
    : nearest(
        text,
        candidates.map(({ id }) => id),
      );
}

/** What “Xã” and the like stand before: two communes share the prefix and are no nearer for it. */
function bareSkeleton(text: string): string {
  const bare = skeleton(nameParts(text.slice(0, 200)).bare);
  return bare === '' ? skeleton(text) : bare;
}

/** Letters and digits only, lower case, without marks. */
export function skeleton(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function letters(text: string): string {
  return [...text].sort().join('');
}

/** Initials that are confused in writing, as many speak them alike: tr/ch, s/x, gi/d/r; and k/c, y/i, ngh/ng, gh/g. */
function sounded(bare: string): string {
  return bare
    .replaceAll('tr', 'ch')
    .replaceAll('ngh', 'ng')
    .replaceAll('gh', 'g')
    .replaceAll('gi', 'd')
    .replace(/[xrky]/g, (letter) => ({ x: 's', r: 'd', k: 'c', y: 'i' })[letter] ?? letter);
}

/** Edits between two skeletons; null when they are too far apart to be a slip. */
function farness(wanted: string, candidate: string): number | null {
  // Two letters swapped are one slip, though two edits; so are letters that sound alike.
  const isTurned =
    wanted.length === candidate.length &&
    wanted !== candidate &&
    letters(wanted) === letters(candidate);
  const swapped = isTurned ? 1 : 0;
  const far = Math.max(0, distance(wanted, candidate) - swapped);
  const edits = far > 1 && sounded(wanted) === sounded(candidate) ? 1 : far;
  const longest = Math.max(wanted.length, candidate.length);
  // A short name differs from another by two letters as often as not: there one slip is all.
  const most = longest < 8 ? 1 : Math.min(longest / 3, 2 + longest / 12);
  if (edits <= most && edits < longest) return edits;
  const shorter = Math.min(wanted.length, candidate.length);
  const contained = candidate.includes(wanted) || wanted.includes(candidate);
  return contained && shorter >= 4 ? edits : null;
}
