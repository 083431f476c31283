/** Every field (under another scheme: every mapped criterion) beside what it was, unit by unit. */
import type { Changes, ComparedCriterion, UnitChange } from '../changes.ts';
import type { PageRow } from '../page.ts';
import { changeCells, changeColumns, meanRow } from './changes-cells.ts';
import { changesWords } from './changes-words.ts';
import { printOf, type ReportPage, type Setting, textColumn, titleLines } from './sheet.ts';

/** Null where the earlier results have no criteria. */
export function criteriaChangesPage(setting: Setting, changes: Changes): ReportPage | null {
  const words = changesWords[setting.lang];
  const main = changes.criteria.filter((criterion) => criterion.main);
  if (main.length === 0) return null;
  return {
    file: 'changes-criteria',
    name: words.criteriaName,
    title: titleLines(setting, words.criteriaTitle),
    columns: [
      textColumn('unit', words.unit, 36),
      ...changeColumns(setting, words.criterionPercent),
      textColumn('note', words.note, 30),
    ],
    rows: main.flatMap((criterion) => criterionRows(criterion, changes.units, setting)),
    notes: [
      words.source(changes.file, changes.scheme),
      ...(changes.mapped ? [words.mappedNote] : []),
      `${words.exactNote} ${words.pointsNote}`,
    ],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function criterionRows(
  { code, name, before }: ComparedCriterion,
  units: readonly UnitChange[],
  setting: Setting,
): readonly PageRow[] {
  const words = changesWords[setting.lang];
  const compared = units.flatMap((unit) => {
    const change = unit.criteria.get(code);
    return change === undefined ? [] : [{ unit, change }];
  });
  const title = `${code}. ${name}${before === code ? '' : words.mapped(before)}`;
  return [
    { style: 'group', cells: [title, ...Array.from({ length: 7 }, () => null)] },
    ...compared.map(({ unit, change }): PageRow => {
      const maximum = change.maxChanged ? words.maxChanged : '';
      const note = [words.how[unit.how], change.maxUnknown ? words.maxUnknown : maximum];
      const text = note.filter((part) => part !== '').join('; ');
      const cells = [unit.name, ...changeCells(change, setting), text === '' ? null : text];
      return { style: 'row', cells };
    }),
    ...meanRow(
      setting,
      compared.map(({ change }) => change),
      0,
    ),
  ];
}
