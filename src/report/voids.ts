/** Void forms by group, unit and reason; every void form that custody knows is here under some reason. */
import type { PageCell, PageRow } from '../page.ts';
import { borrowedFrom } from '../plan/borrowed.ts';
import type { Group, UnitId } from '../plan/plan.ts';
import { exact, percentOf } from '../stats/exact.ts';
import type { Tallies } from '../tallies.ts';
import { answerWords } from './answer-words.ts';
import {
  countColumn,
  figure,
  figureColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';

/** Void forms of one target for one reason, of so many returned there. */
interface Line {
  readonly unit: UnitId | null;
  /** Null: none is given. */
  readonly reason: string | null;
  readonly count: number;
  readonly returned: number;
}

/** Null where no form is void. */
export function voidsPage(setting: Setting, tallies: Tallies): ReportPage | null {
  const { plan, lang, words } = setting;
  const own = answerWords[lang];
  const asked = plan.groups
    .filter((group) => borrowedFrom(group) === null)
    .map((group) => ({ group, lines: linesOf(group, tallies), ...sums(group, tallies) }));
  const groups = asked.filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) return null;
  const name = (unit: UnitId | null): string | null =>
    plan.units.find(({ id }) => id === unit)?.name ?? unit;
  const row = (style: PageRow['style'], cells: readonly PageCell[], of: number): PageRow => {
    const count = cells.at(-1);
    const share = typeof count === 'number' ? percentOf(exact(count), exact(of)) : null;
    return { style, cells: [...cells, figure(share, setting)] };
  };
  const returned = asked.reduce((sum, group) => sum + group.returned, 0);
  const all = groups.flatMap(({ lines }) => lines);
  return {
    file: 'void-forms',
    name: own.voidsName,
    title: titleLines(setting, own.voidsTitle),
    columns: [
      textColumn('group', words.group, 36),
      textColumn('unit', words.unit, 32),
      textColumn('reason', own.reason, 44),
      countColumn('void', own.count),
      figureColumn('void_share', own.ofReturned, setting),
    ],
    rows: [
      ...groups.flatMap(({ group, lines, returned: back, spoilt }) => [
        row('group', [group.name, null, null, spoilt], back),
        ...lines.map(({ unit, reason, count, returned: of }) =>
          row('row', [null, name(unit), reason ?? own.noReason, count], of),
        ),
      ]),
      ...byReason(all).map(([reason, count]) =>
        row('total', [words.grandTotal, null, reason ?? own.noReason, count], returned),
      ),
    ],
    notes: [own.voidsNote],
    orientation: 'portrait',
    print: printOf(setting),
  };
}

function sums({ id }: Group, { custody }: Tallies): { returned: number; spoilt: number } {
  const mine = custody.filter(({ group }) => group === id);
  return {
    returned: mine.reduce((sum, one) => sum + one.returned, 0),
    spoilt: mine.reduce((sum, one) => sum + one.void, 0),
  };
}

/** Units in the order of custody; reasons, the most frequent first; then those without a reason. */
function linesOf({ id }: Group, { custody, voids }: Tallies): readonly Line[] {
  const mine = custody.filter(({ group }) => group === id);
  const units = [...new Set(mine.map(({ unit }) => unit))];
  return units.flatMap((unit): readonly Line[] => {
    const here = mine.filter((one) => one.unit === unit);
    const returned = here.reduce((sum, one) => sum + one.returned, 0);
    const spoilt = here.reduce((sum, one) => sum + one.void, 0);
    const given = voids
      .filter((one) => one.group === id && one.unit === unit)
      .map(({ reason, count }) => ({ unit, reason, count, returned }))
      .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
    const rest = spoilt - given.reduce((sum, { count }) => sum + count, 0);
    return rest > 0 ? [...given, { unit, reason: null, count: rest, returned }] : given;
  });
}

function byReason(lines: readonly Line[]): readonly (readonly [string | null, number])[] {
  const counts = new Map<string | null, number>();
  for (const { reason, count } of lines) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].sort(
    ([one, ofOne], [other, ofOther]) =>
      Number(one === null) - Number(other === null) ||
      ofOther - ofOne ||
      ((one ?? '') < (other ?? '') ? -1 : 1),
  );
}
