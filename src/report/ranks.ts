/** How far each rank carries: its interval, the chance of being first, and who cannot be told apart. */
import { wordsIn } from '../findings/words.ts';
import type { PageCell, PageColumn, PageRow } from '../page.ts';
import type { Group } from '../plan/plan.ts';
import type { Scores, UnitScore } from '../scores/score.ts';
import { exact, hundred, roundExact } from '../stats/exact.ts';
import type { RankInterval, RankUncertainty } from '../uncertainty.ts';
import type { Beside } from './ranking.ts';
import { ranksWords } from './ranks-words.ts';
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
import { decimalIn } from './words.ts';

/** With fewer replicates a share has hardly one safe digit. */
const fewReplicates = 200;

/** One page with every list; none where nothing is said of ranks. */
export function ranksPages(
  setting: Setting,
  scores: Scores,
  ranks: RankUncertainty | null,
): readonly ReportPage[] {
  if (ranks === null || ranks.units.length === 0) return [];
  const { words, lang } = setting;
  const own = ranksWords[lang];
  const share = (key: string, heading: string): PageColumn =>
    figureColumn(key, heading, setting, { decimals: 1 });
  const columns = [
    countColumn('rank', words.rank, 7),
    textColumn('unit', words.unit, 36),
    figureColumn('percent', words.percent, setting),
    intervalColumn(setting, ranks),
    share('first', own.first),
    share('ahead_of_next', own.aheadOfNext),
    countColumn('band', own.band, 7),
  ];
  return [
    {
      file: 'ranks',
      name: own.name,
      title: titleLines(setting, own.title),
      columns,
      rows: rowsOf(setting, scores, ranks, columns.length),
      notes: notesOf(setting, ranks),
      orientation: 'landscape',
      print: printOf(setting),
    },
  ];
}

export function intervalColumn({ lang }: Setting, { confidence }: RankUncertainty): PageColumn {
  const heading = ranksWords[lang].interval(decimalIn(lang, String(confidence)));
  return textColumn('rank_interval', heading, 14);
}

/** To stand beside the ranking. */
export function rankBeside(setting: Setting, ranks: RankUncertainty | null): readonly Beside[] {
  if (ranks === null) return [];
  const found = new Map(ranks.units.map((one) => [one.unit, one]));
  const cell = ({ unit }: UnitScore): PageCell => {
    const interval = found.get(unit);
    return interval === undefined ? null : intervalText(interval);
  };
  return [{ column: intervalColumn(setting, ranks), cell }];
}

/** `2–5`, or `3` alone. */
export function intervalText({ low, high }: RankInterval): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** Lists one after the other, each best first. */
function rowsOf(
  setting: Setting,
  scores: Scores,
  ranks: RankUncertainty,
  columns: number,
): readonly PageRow[] {
  const { plan, index } = setting;
  const found = new Map(ranks.units.map((one) => [one.unit, one]));
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const rowsIn = (units: readonly UnitScore[]): readonly PageRow[] =>
    units
      .flatMap((score) => {
        const interval = found.get(score.unit);
        return interval === undefined ? [] : [{ score, interval }];
      })
      .sort((one, other) => one.interval.rank - other.interval.rank)
      .map(({ score, interval }) => {
        const name = names.get(score.unit) ?? score.unit;
        return { style: 'row', cells: cellsOf(setting, name, score, interval, ranks.replicates) };
      });
  if (index.rank.within === 'all' || plan.blocks.length === 1) return rowsIn(scores.units);
  return plan.blocks.flatMap(({ id, name }): readonly PageRow[] => {
    const rows = rowsIn(scores.units.filter(({ block }) => block === id));
    const blank = Array.from({ length: columns - 2 }, (): PageCell => null);
    return rows.length === 0 ? [] : [{ style: 'group', cells: [null, name, ...blank] }, ...rows];
  });
}

function cellsOf(
  setting: Setting,
  name: string,
  score: UnitScore,
  interval: RankInterval,
  replicates: number,
): readonly PageCell[] {
  const { rank, first, aheadOfNext, band } = interval;
  return [
    rank,
    name,
    figure(score.percent, setting),
    intervalText(interval),
    shareText(first, replicates, 1),
    aheadOfNext === null ? null : shareText(aheadOfNext, replicates, 1),
    band,
  ];
}

/** In percent; shares of replicates are whole numbers of halves of them. */
function shareText(share: number, replicates: number, decimals: number): string {
  const halves = exact(Math.round(share * 2 * replicates), 2 * replicates);
  return roundExact(halves.mul(hundred), decimals, 'half-up');
}

function notesOf({ lang, plan, index }: Setting, ranks: RankUncertainty): readonly string[] {
  const { confidence, seed } = ranks;
  const own = ranksWords[lang];
  const { int } = wordsIn(lang);
  const replicates = int(ranks.replicates);
  const asked = index.uncertainty.replicates;
  return [
    ...(ranks.isSampled ? [] : [own.census]),
    own.how(replicates, decimalIn(lang, String(confidence)), seed),
    ...(ranks.replicates < asked ? [own.cutReplicates(replicates, int(asked))] : []),
    ...(ranks.replicates < fewReplicates ? [own.fewReplicates(replicates)] : []),
    own.firstNote,
    own.bandNote,
    ...(plan.groups.some(drawsPlaces) ? [own.places] : []),
    ...(index.rank.ties === 'consecutive' ? [own.consecutive] : []),
    own.limits,
  ];
}

function drawsPlaces({ over, quota }: Group): boolean {
  if (over.kind !== 'places' || quota.rule !== 'stages') return false;
  return quota.stages.some(({ how }) => how !== 'named' && how !== 'purposive');
}
