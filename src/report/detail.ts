/** What respondents said: unit × group × question, one page per scale. */

import type { PageCell, PageRow } from '../page.ts';
import type { Question, Scale } from '../plan/plan.ts';
import { meanPercent, sharePercent } from '../stats/answers.ts';
import { missingTotal } from '../stats/missing.ts';
import { fewestShown } from '../stats/small-cells.ts';
import type { Tallies, Tally } from '../tallies.ts';
import { pooled, ratingsOf } from './pooled.ts';
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

/** One row: what the groups that are counted together said about a unit. */
interface Asked {
  readonly tally: Tally;
  readonly question: Question;
  /** Names of the groups, joined. */
  readonly groups: string;
  readonly hidden: boolean;
}

/**
 * Units in the order of the plan, then groups, then questions; scales nobody answered have no page.
 * Questions about the respondent (`per: sheet`) are left out: on a grid they would be counted again for
 * every unit, and by unit they point at persons.
 */
export function detailPages(setting: Setting, tallies: Tallies): readonly ReportPage[] {
  const { plan, words } = setting;
  const asked = askedOf(setting, tallies);
  const scales = plan.scales.filter((scale) =>
    asked.some((one) => one.question.scale === scale.id),
  );
  return scales.map((scale) => {
    const one = scales.length === 1;
    return detailPage(
      setting,
      scale,
      asked.filter(({ question }) => question.scale === scale.id),
      one ? 'detail' : `detail-${slug(scale.id)}`,
      one ? words.detailName : words.detailOf(scale.id),
    );
  });
}

function askedOf({ plan }: Setting, tallies: Tallies): readonly Asked[] {
  const questions = new Map(
    plan.forms.flatMap((form) => form.questions.map((question) => [question.id, question])),
  );
  const units = new Map(plan.units.map(({ id }, at) => [id, at]));
  const groups = new Map(plan.groups.map(({ id }, at) => [id, at]));
  const order = new Map([...questions.keys()].map((id, at) => [id, at]));
  const rated = tallies.cells.filter((cell) => questions.get(cell.question)?.per === 'rating');
  return pooled(plan, rated)
    .flatMap((one): readonly Asked[] => {
      const question = questions.get(one.tally.question);
      return question === undefined ? [] : [{ ...one, question }];
    })
    .sort(
      ({ tally: a }, { tally: b }) =>
        (units.get(a.unit) ?? 0) - (units.get(b.unit) ?? 0) ||
        (groups.get(a.group) ?? 0) - (groups.get(b.group) ?? 0) ||
        (order.get(a.question) ?? 0) - (order.get(b.question) ?? 0),
    );
}

function detailPage(
  setting: Setting,
  scale: Scale,
  asked: readonly Asked[],
  file: string,
  name: string,
): ReportPage {
  const { words } = setting;
  const rows = asked.map((one) => detailRow(setting, scale, one));
  const few = asked.some(({ hidden }) => hidden);
  return {
    file,
    name,
    title: titleLines(setting, words.detailTitle),
    columns: [
      textColumn('unit', words.unit, 26),
      textColumn('group', words.group, 28),
      textColumn('question', words.question, 7),
      textColumn('text', words.text, 40),
      countColumn('ratings', words.ratings, 9),
      ...scale.options.map((option, at) => ({
        ...countColumn(optionKey(scale, option.code, at), option.label, 9),
        over: words.answers,
      })),
      countColumn('blank', words.blank, 8),
      figureColumn('mean', words.meanPoints, setting, { width: 10 }),
      figureColumn('positive', words.positive, setting, { width: 10, bar: true }),
    ],
    rows,
    notes: [words.detailNote, ...(few ? [words.fewNote(fewestShown)] : [])],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

/** Codes may differ in case only; column keys may not. */
function optionKey({ options }: Scale, code: string, at: number): string {
  const key = `n_${code.toLowerCase()}`;
  const before = options
    .slice(0, at)
    .filter((one) => one.code.toLowerCase() === code.toLowerCase());
  return before.length === 0 ? key : `${key}_${before.length + 1}`;
}

function detailRow(
  setting: Setting,
  scale: Scale,
  { tally, question, groups, hidden }: Asked,
): PageRow {
  const { plan } = setting;
  const unit = plan.units.find(({ id }) => id === tally.unit)?.name ?? tally.unit;
  const head: readonly PageCell[] = [unit, groups, question.id, question.text, ratingsOf(tally)];
  if (hidden) {
    const blanks = [...scale.options, 'blank', 'mean', 'positive'].map((): PageCell => null);
    return { style: 'row', cells: [...head, ...blanks] };
  }
  const counts = scale.options.map(({ code }): PageCell => tally.counts[code] ?? 0);
  return {
    style: 'row',
    cells: [
      ...head,
      ...counts,
      missingTotal(tally.missing),
      figure(meanPercent(tally.counts, scale.options), setting),
      figure(sharePercent(tally.counts, scale.options), setting),
    ],
  };
}

/** Scale ids may hold anything a file name may not. */
function slug(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
