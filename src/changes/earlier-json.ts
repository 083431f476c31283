/** scores.json of an earlier survey, of this version of the tool or an older one → its scores. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import { type Exact, exact, parseExact } from '../stats/exact.ts';
import {
  type Earlier,
  type EarlierPart,
  type EarlierUnit,
  partOf,
  rankedWithin,
} from './earlier.ts';

/** No scheme nests its criteria so deep. */
const deepest = 12;

type Json = Readonly<Record<string, unknown>>;

/** `ok: false`: the text is no scores.json, or names a unit twice. */
export function earlierJson(text: string, file: string): Checked<Earlier> {
  const at: Where = { kind: 'file', file };
  const data = parsed(text);
  const listed = isObject(data) ? data.units : null;
  if (!isObject(data) || !Array.isArray(listed) || listed.length === 0) return notScores(at);
  const figures = figureReader();
  const units = listed.map((one) => (isObject(one) ? unitOf(one, at, figures) : null));
  const whole = units.filter((unit) => unit !== null);
  if (whole.length < units.length) return notScores(at);
  const twice = namedTwice(whole);
  if (twice.length > 0) return { ok: false, findings: twice };
  const seeds = data.simulated;
  const within = data.ranked_within;
  const value: Earlier = {
    file,
    sha256: '',
    simulated: seeds === true || (Array.isArray(seeds) && seeds.length > 0),
    survey: textOf(data.survey),
    scheme: textOf(data.scheme),
    method: methodOf(data.method),
    within: within === 'block' || within === 'all' ? within : rankedWithin(whole),
    units: whole,
  };
  return { ok: true, value, findings: [] };
}

const methodKeys = ['combine', 'not_applicable', 'missing', 'survey'];

function methodOf(data: unknown): Earlier['method'] {
  if (!isObject(data)) return {};
  const told = methodKeys.flatMap((key) => {
    const value = textOf(data[key]);
    return value === null ? [] : [[key, value] as const];
  });
  return Object.fromEntries(told);
}

function notScores(at: Where): Checked<never> {
  return { ok: false, findings: [finding('changes/not-scores', at, {})] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function unitOf(data: Json, at: Where, figures: FigureReader): EarlierUnit | null {
  const id = textOf(data.unit);
  if (id === null) return null;
  const total = isObject(data.total) ? data.total : {};
  const { rank } = data;
  const criteria = new Map<string, EarlierPart>();
  gather(data.criteria, criteria, 0, figures);
  return {
    id,
    name: textOf(data.name) ?? id,
    block: textOf(data.block),
    total: figures(total.points, total.max, data.percent),
    rank: typeof rank === 'number' && Number.isSafeInteger(rank) && rank > 0 ? rank : null,
    criteria,
    at,
  };
}

/** Criteria of all levels by code; the percent of a survey leaf is another figure and not taken. */
function gather(
  listed: unknown,
  into: Map<string, EarlierPart>,
  depth: number,
  figures: FigureReader,
): void {
  if (!Array.isArray(listed) || depth > deepest) return;
  for (const one of listed) {
    if (!isObject(one)) continue;
    const code = textOf(one.code);
    if (code !== null && one.applies !== false) {
      into.set(code, figures(one.points, one.max, null));
    }
    gather(one.criteria, into, depth + 1, figures);
  }
}

function namedTwice(units: readonly EarlierUnit[]): readonly Finding[] {
  const seen = new Set<string>();
  return units.flatMap(({ id, name, at }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [finding('changes/repeated', at, { unit: name, criterion: null, row: null })];
  });
}

type FigureReader = (points: unknown, max: unknown, percent: unknown) => EarlierPart;

/** The same few figures come again a million times: each is worked out once, and held once. */
function figureReader(): FigureReader {
  const parts = new Map<string, EarlierPart>();
  return (...values) => {
    const texts = values.map(figureText);
    const key = texts.join('|');
    const known = parts.get(key);
    if (known !== undefined) return known;
    const [points = null, max = null, percent = null] = texts.map(numberOf);
    const part = partOf(points, max, percent);
    parts.set(key, part);
    return part;
  };
}

/** `{ exact: "7/3", rounded: "2.33" }`, or the exact text alone. */
function figureText(value: unknown): string {
  if (isObject(value)) return figureText(value.exact);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function numberOf(text: string): Exact | null {
  const [, top, bottom] = /^(-?\d+)\/(\d*[1-9]\d*)$/.exec(text) ?? [];
  if (top !== undefined && bottom !== undefined) return exact(BigInt(top), BigInt(bottom));
  return parseExact(text);
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.normalize('NFC').trim();
  return text === '' ? null : text;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
