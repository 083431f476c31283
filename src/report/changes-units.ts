/** Which former units are in which present ones, and with what weight their results were taken together. */
import type { Changes, Former, UnitChange } from '../changes.ts';
import type { PageRow } from '../page.ts';
import { exactText, hundred } from '../stats/exact.ts';
import { changesWords } from './changes-words.ts';
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

/** Null where the plan has no map of units. */
export function formerUnitsPage(setting: Setting, { units }: Changes): ReportPage | null {
  const words = changesWords[setting.lang];
  const mapped = new Set(
    setting.plan.units.filter(({ was }) => was.length > 0).map(({ id }) => id),
  );
  const shown = units.filter(({ unit }) => mapped.has(unit));
  if (shown.length === 0) return null;
  return {
    file: 'changes-units',
    name: words.unitsName,
    title: titleLines(setting, words.unitsTitle),
    columns: [
      textColumn('unit', words.unit, 30),
      textColumn('former', words.former, 30),
      textColumn('share', words.share, 12),
      textColumn('weight', words.weight, 12),
      figureColumn('part', words.part, setting),
      figureColumn('percent', words.formerPercent, setting),
      countColumn('rank', words.formerRank),
      textColumn('note', words.note, 26),
    ],
    rows: shown.flatMap((unit) => unit.from.map((former) => row(unit, former, setting))),
    notes: [words.unitsNote],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function row({ name, from }: UnitChange, former: Former, setting: Setting): PageRow {
  const { found, share, weight, part } = former;
  return {
    style: 'row',
    cells: [
      former === from[0] ? name : null,
      former.name,
      figureText(exactText(share), setting),
      figureText(exactText(weight), setting),
      figure(part.mul(hundred), setting),
      figure(found?.total.percent ?? null, setting),
      found?.rank ?? null,
      found === null ? changesWords[setting.lang].notThere : null,
    ],
  };
}

/** Written by the plan, so never rounded. */
function figureText(text: string, { lang }: Setting): string {
  return lang === 'vi' ? text.replace('.', ',') : text;
}
