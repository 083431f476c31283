/** How ranks depend on choices: a page with a chart of cells, a page on the choices, and the data of the picture. */

import { column, type Mark, type PageCell, type PageColumn, type PageRow } from '../page.ts';
import type { UnitScore } from '../scores/score.ts';
import type { Sensitivity, UnitSensitivity } from '../uncertainty/sensitivity.ts';
import type { RankInterval, RankUncertainty } from '../uncertainty.ts';
import { sensitivityWords } from './sensitivity-words.ts';
import {
  countColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';
import { decimalIn } from './words.ts';

/** More ranks than this share columns. */
const mostColumns = 60;

export interface Sensitive {
  readonly found: Sensitivity;
  /** Of the same units by sampling; null: not worked out. */
  readonly ranks: RankUncertainty | null;
}

/** Empty when nothing was asked for. */
export function sensitivityPages(
  setting: Setting,
  scores: { readonly units: readonly UnitScore[] },
  sensitive: Sensitive | null,
): readonly ReportPage[] {
  if (sensitive === null) return [];
  return [unitsPage(setting, scores.units, sensitive), choicesPage(setting, sensitive.found)];
}

/** A unit with both of its bands. */
interface Banded {
  readonly name: string;
  readonly own: UnitSensitivity;
  readonly sampled: RankInterval | null;
}

/** A list of units that are ranked together, best first; its name is null where there is but one. */
interface BandedList {
  readonly name: string | null;
  readonly units: readonly Banded[];
}

function listsOf(
  { plan, index }: Setting,
  scores: readonly UnitScore[],
  { found, ranks }: Sensitive,
): readonly BandedList[] {
  const own = new Map(found.units.map((one) => [one.unit, one]));
  const sampled = new Map(ranks?.units.map((one) => [one.unit, one]));
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const banded = (some: readonly UnitScore[]): readonly Banded[] =>
    some
      .flatMap(({ unit }): readonly Banded[] => {
        const one = own.get(unit);
        if (one === undefined) return [];
        return [{ name: names.get(unit) ?? unit, own: one, sampled: sampled.get(unit) ?? null }];
      })
      .sort((one, other) => one.own.rank - other.own.rank);
  if (index.rank.within === 'all' || plan.blocks.length === 1) {
    return [{ name: null, units: banded(scores) }];
  }
  return plan.blocks
    .map(({ id, name }) => ({ name, units: banded(scores.filter(({ block }) => block === id)) }))
    .filter(({ units }) => units.length > 0);
}

function unitsPage(
  setting: Setting,
  scores: readonly UnitScore[],
  sensitive: Sensitive,
): ReportPage {
  const { lang, words } = setting;
  const own = sensitivityWords[lang];
  const { found, ranks } = sensitive;
  const lists = listsOf(setting, scores, sensitive);
  const most = Math.max(...lists.map(({ units }) => units.length));
  const each = Math.ceil(most / mostColumns);
  const hasClasses = found.units.some(({ sameClass }) => sameClass !== null);
  const columns: readonly PageColumn[] = [
    countColumn('rank', words.rank, 7),
    textColumn('unit', words.unit, 30),
    ...(ranks === null
      ? []
      : [textColumn('sampling', own.sampling(decimalIn(lang, String(ranks.confidence))), 12)]),
    countColumn('median', own.median, 7),
    textColumn('choices', own.band(String(found.confidence)), 12),
    ...(hasClasses ? [column('same_class', own.sameClass, 'number', 10, { decimals: 1 })] : []),
    ...rankColumns(most, each, own.ranks),
  ];
  const cellsOf = ({ name, own: one, sampled }: Banded): readonly PageCell[] => [
    one.rank,
    name,
    ...(ranks === null ? [] : [sampled === null ? null : between(sampled)]),
    one.median,
    between(one),
    ...(hasClasses ? [one.sameClass === null ? null : (one.sameClass * 100).toFixed(1)] : []),
    ...marksOf(one, sampled, most, each),
  ];
  const rows = lists.flatMap(({ name, units }): readonly PageRow[] => {
    const own = units.map((unit): PageRow => ({ style: 'row', cells: cellsOf(unit) }));
    const blank = Array.from({ length: columns.length - 2 }, (): PageCell => null);
    return name === null ? own : [{ style: 'group', cells: [null, name, ...blank] }, ...own];
  });
  return {
    file: 'sensitivity',
    name: own.name,
    title: titleLines(setting, own.title),
    columns,
    rows,
    notes: [
      ranks === null ? own.legendAlone : own.legend,
      own.how(String(found.draws), String(found.tolerance), String(found.confidence), found.seed),
      ...(hasClasses ? [own.classNote] : []),
      own.limits,
    ],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function between({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? String(low) : `${low}–${high}`;
}

function rankColumns(most: number, each: number, over: string): readonly PageColumn[] {
  const width = most > 24 ? 1.6 : 2.4;
  return Array.from({ length: Math.ceil(most / each) }, (_, at) => {
    const first = at * each + 1;
    return column(`r${first}`, String(first), 'mark', width, { over });
  });
}

function marksOf(
  own: UnitSensitivity,
  sampled: RankInterval | null,
  most: number,
  each: number,
): readonly (Mark | null)[] {
  return Array.from({ length: Math.ceil(most / each) }, (_, at) => {
    const [first, last] = [at * each + 1, (at + 1) * each];
    const isIn = ({ low, high }: { low: number; high: number }): boolean =>
      low <= last && high >= first;
    if (own.rank >= first && own.rank <= last) return 'due';
    const bySampling = sampled !== null && isIn(sampled);
    if (isIn(own)) return bySampling ? 'bar' : 'off';
    return bySampling ? 'bar-off' : null;
  });
}

function choicesPage(setting: Setting, { choices, tolerance }: Sensitivity): ReportPage {
  const own = sensitivityWords[setting.lang];
  const sorted = choices.toSorted((one, other) => other.shift - one.shift);
  return {
    file: 'sensitivity-choices',
    name: own.choicesName,
    title: titleLines(setting, own.choicesTitle),
    columns: [
      textColumn('choice', own.choice, 60),
      column('shift', own.shift, 'number', 12, { decimals: 2, bar: true }),
      countColumn('most', own.most, 12),
    ],
    rows: sorted.map(({ choice, shift, most }): PageRow => {
      const name = own.choices[choice](String(tolerance));
      return { style: 'row', cells: [name, shift.toFixed(2), most] };
    }),
    notes: [own.choicesNote],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

/** What `templates/report/sensitivity.typ` draws; texts as they are, for the template takes none of them as markup. */
export interface SensitivityPicture {
  readonly lang: string;
  readonly mark: string | null;
  readonly title: string;
  readonly subtitle: string;
  readonly rank: string;
  readonly legend: {
    readonly published: string;
    readonly sampling: string | null;
    readonly choices: string;
  };
  readonly notes: readonly string[];
  readonly lists: readonly {
    readonly name: string | null;
    readonly units: readonly {
      readonly name: string;
      readonly rank: number;
      readonly choices: readonly [low: number, high: number];
      readonly sampling: readonly [low: number, high: number] | null;
    }[];
  }[];
}

export function sensitivityPicture(
  setting: Setting,
  scores: { readonly units: readonly UnitScore[] },
  sensitive: Sensitive,
): SensitivityPicture {
  const { lang, plan, simulated, words } = setting;
  const own = sensitivityWords[lang];
  const { found, ranks } = sensitive;
  const percent = String(found.confidence);
  return {
    lang,
    mark: simulated ? words.simulated : null,
    title: own.title,
    subtitle: plan.title,
    rank: own.ranks,
    legend: {
      published: own.published,
      sampling: ranks === null ? null : own.bySampling(decimalIn(lang, String(ranks.confidence))),
      choices: own.byChoices(percent),
    },
    notes: [own.how(String(found.draws), String(found.tolerance), percent, found.seed), own.limits],
    lists: listsOf(setting, scores.units, sensitive).map(({ name, units }) => ({
      name,
      units: units.map(({ name: unit, own: one, sampled }) => ({
        name: unit,
        rank: one.rank,
        choices: [one.low, one.high],
        sampling: sampled === null ? null : [sampled.low, sampled.high],
      })),
    })),
  };
}
