/** Columns and cells that all pages of the comparison share. */
import type { PartChange } from '../changes.ts';
import type { PageCell, PageColumn, PageRow } from '../page.ts';
import { meanExact } from '../stats/exact.ts';
import { changesWords } from './changes-words.ts';
import { figure, figureColumn, type Setting } from './sheet.ts';

/** Points and percent, each before, now, and what has changed. */
export function changeColumns(setting: Setting, percent: string): readonly PageColumn[] {
  const words = changesWords[setting.lang];
  return (['points', 'percent'] as const).flatMap((what) => {
    const over = what === 'points' ? words.points : percent;
    return (['before', 'now', 'change'] as const).map((when) =>
      figureColumn(`${what}_${when}`, words[when], setting, { over, width: 10 }),
    );
  });
}

export function changeCells(change: PartChange | null, setting: Setting): readonly PageCell[] {
  if (change === null) return Array.from({ length: 6 }, () => null);
  const { before, now, points, percent } = change;
  return [before.points, now.points, points, before.percent, now.percent, percent].map((value) =>
    figure(value, setting),
  );
}

/** Means of percents over those that are compared; `between`: columns after the first that stay blank. */
export function meanRow(
  setting: Setting,
  changes: readonly (PartChange | null)[],
  between: number,
): readonly PageRow[] {
  const compared = changes.filter((one) => one !== null && one.percent !== null);
  if (compared.length < 2) return [];
  const mean = (value: (one: PartChange) => PartChange['percent']): PageCell =>
    figure(meanExact(compared.flatMap((one) => (one === null ? [] : (value(one) ?? [])))), setting);
  const blank = Array.from({ length: between + 3 }, () => null);
  const means = [
    mean(({ before }) => before.percent),
    mean(({ now }) => now.percent),
    mean(({ percent }) => percent),
  ];
  const cells = [changesWords[setting.lang].mean(compared.length), ...blank, ...means, null];
  return [{ style: 'mean', cells }];
}
