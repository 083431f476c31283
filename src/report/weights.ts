/** Weights of respondents: how far they spread, what they cost, and how the respondents stand to the population. */
import type { PageCell, PageRow } from '../page.ts';
import type { Group } from '../plan/plan.ts';
import { type Exact, exactText, roundExact } from '../stats/exact.ts';
import { hasFewInCategory, hiddenCategories } from '../stats/small-cells.ts';
import type { GroupWeights, MarginFit, Weights } from '../weights.ts';
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
import { weightsWords } from './weights-words.ts';
import { decimalIn } from './words.ts';

const weightDecimals = 3;
const sizeDecimals = 1;

/** None where no group has weights. */
export function weightsPages(setting: Setting, weights: Weights | null): readonly ReportPage[] {
  if (weights === null || weights.groups.length === 0) return [];
  const { lang, words, plan } = setting;
  const own = weightsWords[lang];
  const groups = weights.groups.flatMap((one) => {
    const group = plan.groups.find(({ id }) => id === one.group);
    return group === undefined ? [] : [{ group, one }];
  });
  const number = (key: string, heading: string, decimals: number) =>
    figureColumn(key, heading, setting, { decimals });
  return [
    {
      file: 'weights',
      name: own.name,
      title: titleLines(setting, own.title),
      columns: [
        textColumn('group', words.group, 30),
        textColumn('category', own.category, 36),
        countColumn('respondents', own.respondents),
        figureColumn('before', own.before, setting),
        figureColumn('population', own.population, setting),
        figureColumn('after', own.after, setting),
        number('smallest', own.smallest, weightDecimals),
        number('largest', own.largest, weightDecimals),
        number('effective', own.effective, sizeDecimals),
        number('design_effect', own.designEffect, weightDecimals),
      ],
      rows: groups.flatMap(({ group, one }) => [
        groupRow(setting, group, one),
        ...one.margins.flatMap((margin) => marginRows(setting, group, margin)),
      ]),
      notes: [
        ...groups.map(({ group, one }) => howLine(setting, group, one)),
        ...own.notes,
        ...(groups.some(({ one }) => hasFewInCategory(one, setting.index.hideBelow))
          ? [own.fewNote(setting.index.hideBelow)]
          : []),
      ],
      orientation: 'landscape',
      print: printOf(setting),
    },
  ];
}

function groupRow({ index }: Setting, { name }: Group, one: GroupWeights): PageRow {
  const isBlurred = hasFewInCategory(one, index.hideBelow);
  const weight = (value: Exact): string | null =>
    isBlurred ? null : roundExact(value, weightDecimals, 'half-up');
  const spread = [weight(one.smallest), weight(one.largest)];
  const cost = [
    one.effective.toFixed(sizeDecimals),
    (one.respondents / one.effective).toFixed(weightDecimals),
  ];
  return {
    style: 'group',
    cells: [name, null, one.respondents, null, null, null, ...spread, ...cost],
  };
}

function marginRows(setting: Setting, group: Group, margin: MarginFit): readonly PageRow[] {
  const { question: id, categories, unanswered } = margin;
  const { plan, lang, index } = setting;
  const hidden = hiddenCategories(margin, index.hideBelow);
  const form = plan.forms.find((one) => one.id === group.form);
  const question = form?.questions.find((one) => one.id === id);
  const scale = plan.scales.find((one) => one.id === question?.scale);
  const label = (code: string): string =>
    scale?.options.find((one) => one.code === code)?.label ?? code;
  const row = (text: string, count: number | null, shares: readonly PageCell[]): PageRow => ({
    style: 'row',
    cells: [null, text, count, ...shares, null, null, null, null],
  });
  const none = [null, null, null];
  return [
    row(question?.text ?? id, null, none),
    ...categories.map(({ options, respondents, before, population, after }, at) => {
      const shares = hidden.size > 0 ? [null, population, null] : [before, population, after];
      return row(
        `– ${options.map(label).join(' + ')}`,
        hidden.has(at) ? null : respondents,
        shares.map((share) => figure(share, setting)),
      );
    }),
    ...(unanswered > 0
      ? [
          row(
            `– ${weightsWords[lang].unanswered}`,
            hidden.has('unanswered') ? null : unanswered,
            none,
          ),
        ]
      : []),
  ];
}

/** By which methods the group is weighted, one sentence. */
function howLine({ lang, index }: Setting, group: Group, { trimmed }: GroupWeights): string {
  const { how, methods } = weightsWords[lang];
  const rules = index.weights[group.id];
  if (rules === undefined) return group.name;
  const fitted = rules.margins.length === 1 ? methods.oneMargin : methods.margins;
  const limit = rules.trim === null ? '' : decimalIn(lang, exactText(rules.trim));
  return how(group.name, [
    ...(rules.design ? [methods.design] : []),
    ...(rules.nonResponse ? [methods.nonResponse] : []),
    ...(rules.margins.length > 0 ? [fitted] : []),
    ...(trimmed === null ? [] : [methods.trim(limit, trimmed)]),
  ]);
}
