/**
 * The plan with its mistakes mended as far as that can be done, so that what stands beside a mistake is judged in the same run.
 * Nothing is ever worked out from a mended plan: it only serves to find what else is wrong.
 */
import { suggestionsOf } from '../findings/finding.ts';
import type { Mistake } from './issues.ts';
import type { PlainValue, TreePath } from './tree.ts';

export interface Mended {
  readonly plain: PlainValue;
  /** Maps in which something was left out: what is missing there is only a consequence. */
  readonly lacking: readonly TreePath[];
}

/** A value that was probably meant stands in for the wrong one; where there is none, the key is left out. */
export function mended(plain: PlainValue, mistakes: readonly Mistake[]): Mended {
  const whole = structuredClone(plain) as Plain;
  const lacking: TreePath[] = [];
  for (const mistake of mistakes) {
    const left = mendOne(whole, mistake);
    if (left !== null) lacking.push(left);
  }
  return { plain: whole, lacking };
}

type PlainMap = { [key: string]: Plain };
type Plain = string | Plain[] | PlainMap;

/** The map from which a key was taken; null: nothing had to be, or nothing could be done. */
function mendOne(whole: Plain, { path, finding: found }: Mistake): TreePath | null {
  const [meant, ...others] = suggestionsOf(found);
  const sure = others.length === 0 ? meant : undefined;
  const holder = valueAt(whole, path.slice(0, -1));
  const last = path.at(-1);
  if (holder === null || last === undefined || typeof holder === 'string') return null;
  if (found.code === 'plan/unknown-key' && !Array.isArray(holder)) {
    const value = holder[last];
    delete holder[last];
    if (sure === undefined || value === undefined || Object.hasOwn(holder, sure)) {
      return path.length > 1 ? path.slice(0, -1) : null;
    }
    holder[sure] = value;
    return null;
  }
  if (found.code === 'plan/not-an-id' && sure !== undefined) {
    if (!isTaken(whole, last, sure)) renameAll(whole, found.args.text, sure);
    return null;
  }
  if (sure !== undefined) {
    (holder as PlainMap)[last] = sure;
    return null;
  }
  return leaveOut(whole, path);
}

/** Entries of a list stay: their positions are what everything else is found by. */
export function leaveOut(whole: PlainValue, path: TreePath): TreePath | null {
  const holder = valueAt(whole as Plain, path.slice(0, -1));
  const last = path.at(-1);
  if (path.length < 2 || last === undefined || holder === null) return null;
  if (typeof holder === 'string' || Array.isArray(holder) || !Object.hasOwn(holder, last)) {
    return null;
  }
  delete holder[last];
  return path.slice(0, -1);
}

function valueAt(whole: Plain, path: TreePath): Plain | null {
  let value: Plain = whole;
  for (const step of path) {
    if (typeof value === 'string') return null;
    const next: Plain | undefined = Array.isArray(value)
      ? value[Number(step)]
      : Object.hasOwn(value, step)
        ? value[step]
        : undefined;
    if (next === undefined) return null;
    value = next;
  }
  return value;
}

/** Another thing already has this id. */
function isTaken(value: Plain, key: string | number, id: string): boolean {
  if (typeof value === 'string') return false;
  if (Array.isArray(value)) return value.some((one) => isTaken(one, key, id));
  return Object.entries(value).some(
    ([own, inner]) => (own === key && inner === id) || isTaken(inner, key, id),
  );
}

/** An id wherever it stands, so that what refers to it still finds it. */
function renameAll(value: Plain, from: string, to: string): void {
  if (typeof value === 'string') return;
  for (const [key, inner] of Object.entries(value)) {
    const holder = value as PlainMap;
    if (inner === from) holder[key] = to;
    else renameAll(inner, from, to);
    if (key === from && !Array.isArray(value) && !Object.hasOwn(value, to)) {
      holder[to] = holder[key] as Plain;
      delete holder[key];
    }
  }
}
