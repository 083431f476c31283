/** What was made into points by bands or normalising, as it was before: the hard data behind the criteria. */
import type { PageCell, PageRow } from '../page.ts';
import type { Criterion } from '../plan/plan.ts';
import type { CriterionScore, Scores, UnitScore } from '../scores/score.ts';
import { exactText, roundExact } from '../stats/exact.ts';
import { rankingWords } from './ranking-words.ts';
import {
  figureColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';
import { notApplicable } from './words.ts';

/** Digits beyond these say nothing to a reader. */
const mostDecimals = 6;

/** Null when no criterion is normalised or has bands. */
export function valuesPage(setting: Setting, scores: Scores): ReportPage | null {
  const { plan, index, words, lang } = setting;
  const criteria = convertedIn(index.criteria);
  if (criteria.length === 0) return null;
  const own = rankingWords[lang];
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const found = scores.units.map((score) => ({ score, values: valuesOf(score) }));
  const columns = criteria.map(({ code, name }, at) => {
    const digits = found.map(({ values }) => decimalsOf(values.get(code), index.rounding.decimals));
    const decimals = Math.min(mostDecimals, Math.max(0, ...digits));
    const heading = `${code}. ${name}`;
    return { code, column: figureColumn(`v${at + 1}`, heading, setting, { width: 14, decimals }) };
  });
  const unitRow = ({ score, values }: (typeof found)[number]): PageRow => ({
    style: 'row',
    cells: [
      names.get(score.unit) ?? score.unit,
      ...columns.map(({ code, column }) => cellOf(setting, values.get(code), column.decimals)),
    ],
  });
  return {
    file: 'values',
    name: own.valuesName,
    title: titleLines(setting, own.valuesTitle),
    columns: [textColumn('unit', words.unit, 32), ...columns.map(({ column }) => column)],
    rows: found.map(unitRow),
    notes: [own.valuesNote],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function convertedIn(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.flatMap((one) => [
    ...(one.normalise !== null || one.bands.length > 0 ? [one] : []),
    ...convertedIn(one.children),
  ]);
}

function valuesOf({ criteria }: UnitScore): ReadonlyMap<string, CriterionScore> {
  const found = new Map<string, CriterionScore>();
  const visit = (score: CriterionScore): void => {
    found.set(score.code, score);
    score.children.forEach(visit);
  };
  criteria.forEach(visit);
  return found;
}

/** Quotients without an end are shown with as many digits as the plan rounds to. */
function decimalsOf(score: CriterionScore | undefined, endless: number): number {
  if (score === undefined || score.value === null) return 0;
  const text = exactText(score.value);
  return text.includes('/') ? endless : (text.split('.')[1]?.length ?? 0);
}

function cellOf({ index }: Setting, score: CriterionScore | undefined, decimals: number): PageCell {
  if (score === undefined || !score.applies) return notApplicable;
  return score.value === null ? null : roundExact(score.value, decimals, index.rounding.mode);
}
