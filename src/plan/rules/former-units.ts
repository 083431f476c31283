/** Units before a merger (`was`): how the old ones are shared out among the new. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding, Where } from '../../findings/finding.ts';
import { type NameIndex, namedSo, nameIndex, nameParts, nearest } from '../../names.ts';
import { type Exact, exactText, hundred, sumExact } from '../../stats/exact.ts';
import type { UnitEntry } from '../entries.ts';
import type { RuleContext } from './rule.ts';

/** One entry of somebody's `was`. */
interface Part {
  readonly former: string;
  readonly share: Exact;
  readonly owner: UnitEntry;
  readonly at: Where;
}

/** The parts of each former unit; shares must make the whole, and no unit be both old and new unawares. */
export function formerUnits({ units }: RuleContext): readonly Finding[] {
  const parts = units.flatMap((owner) =>
    owner.was.map(({ unit, share }, position): Part => {
      return { former: unit, share, owner, at: owner.wasAt(position) };
    }),
  );
  if (parts.length === 0) return [];
  const formers = groupedByName(parts);
  const twice = formers.flatMap(writtenTwice);
  const index = nameIndex(units);
  const there = formers.flatMap((own) => stillThere(own, index));
  const told = new Set([...twice, ...there].map(({ at }) => at));
  const judged = formers.filter((own) => !own.some((part) => told.has(part.at)));
  const short = judged.filter((own) => totalOf(own).compare(hundred) < 0);
  const shared = judged.flatMap((own) => sharedOut(own, short));
  return [...twice, ...there, ...shared];
}

/** “Hòa An” is “xã Hòa An” unless there is a second kind of Hòa An. */
function groupedByName(parts: readonly Part[]): readonly (readonly Part[])[] {
  const kinds = new Map<string, Set<string>>();
  for (const { former } of parts) {
    const { kind, bare } = nameParts(former);
    const found = kinds.get(bare) ?? new Set();
    kinds.set(bare, kind === null ? found : found.add(kind));
  }
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const { kind, bare } = nameParts(part.former);
    const known = [...(kinds.get(bare) ?? [])];
    const key = `${kind ?? (known.length === 1 ? known[0] : '')} ${bare}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  return [...groups.values()];
}

function writtenTwice(parts: readonly Part[]): readonly Finding[] {
  return parts.flatMap(({ former, owner, at }, position) => {
    const before = parts.slice(0, position).some((part) => part.owner === owner);
    return before ? [finding('plan/former-twice', at, { former, unit: owner.name })] : [];
  });
}

/** A new unit may keep an old name: then it says in its own `was` what it was. */
function stillThere(parts: readonly Part[], units: NameIndex<UnitEntry>): readonly Finding[] {
  const [first] = parts;
  if (first === undefined) return [];
  const [found, ...others] = namedSo(first.former, units);
  if (found === undefined || others.length > 0 || found.was.length > 0) return [];
  const other = found.id;
  const outside = parts.filter(({ owner }) => owner.id !== other);
  return outside.map(({ former, owner, at }) =>
    finding('plan/former-still-there', at, { former, unit: owner.name, other }),
  );
}

function sharedOut(
  parts: readonly Part[],
  short: readonly (readonly Part[])[],
): readonly Finding[] {
  const last = parts.at(-1);
  if (last === undefined) return [];
  const { former, at } = last;
  const sum = totalOf(parts);
  const total = exactText(sum);
  const units = parts.map(({ owner, share }) => `${owner.name} ${exactText(share)}%`);
  if (sum.compare(hundred) > 0) return [finding('plan/former-over', at, { former, total, units })];
  if (sum.compare(hundred) === 0) return [];
  // Two spellings of one old unit are both short of the whole; where hundreds are, they are no slips.
  const others = short.length > 100 ? [] : short.filter((other) => other !== parts);
  const near = nearest(
    former,
    others.flatMap(([part]) => (part === undefined ? [] : [part.former])),
  );
  const rest = exactText(hundred.sub(sum));
  return [finding('plan/former-under', at, { former, total, rest, units, near })];
}

function totalOf(parts: readonly Part[]): Exact {
  return sumExact(parts.map(({ share }) => share));
}
