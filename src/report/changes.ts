/** The pages that set the scores beside those of an earlier survey. */
import type { Changes, UnitChange } from '../changes.ts';
import { nameParts } from '../names.ts';
import type { PageRow } from '../page.ts';
import type { Block } from '../plan/plan.ts';
import { changeCells, changeColumns, meanRow } from './changes-cells.ts';
import { criteriaChangesPage } from './changes-criteria.ts';
import { moverLines, placesText, ranksText } from './changes-sentences.ts';
import { formerUnitsPage } from './changes-units.ts';
import { changesWords } from './changes-words.ts';
import { printOf, type ReportPage, type Setting, textColumn, titleLines } from './sheet.ts';

/** Totals list by list, criteria, and the map of units; what is not compared has no page. */
export function changesPages(setting: Setting, changes: Changes | null): readonly ReportPage[] {
  if (changes === null) return [];
  const totals = changes.mapped ? [] : totalPages(setting, changes);
  const criteria = criteriaChangesPage(setting, changes);
  const units = formerUnitsPage(setting, changes);
  return [...totals, ...(criteria === null ? [] : [criteria]), ...(units === null ? [] : [units])];
}

function totalPages(setting: Setting, changes: Changes): readonly ReportPage[] {
  const { plan, index, lang } = setting;
  const words = changesWords[lang];
  if (index.rank.within === 'all' || plan.blocks.length <= 1) {
    return [
      totalPage(setting, changes, changes.units, {
        file: 'changes',
        name: words.name,
        title: words.title,
      }),
    ];
  }
  return plan.blocks.map((block) => {
    const ids = new Set<string>(block.units);
    const units = changes.units.filter(({ unit }) => ids.has(unit));
    return totalPage(setting, changes, units, headingOf(block, setting));
  });
}

interface Heading {
  readonly file: string;
  readonly name: string;
  readonly title: string;
}

function headingOf({ id, name }: Block, { lang }: Setting): Heading {
  const words = changesWords[lang];
  return {
    file: `changes-${id}`,
    name: words.nameOf(name),
    title: `${words.title}: ${name.toUpperCase()}`,
  };
}

function totalPage(
  setting: Setting,
  changes: Changes,
  units: readonly UnitChange[],
  { file, name, title }: Heading,
): ReportPage {
  const words = changesWords[setting.lang];
  const rows = units.toSorted((one, other) => placeOf(one) - placeOf(other));
  const isMerged = units.some(({ how }) => how === 'merged');
  return {
    file,
    name,
    title: titleLines(setting, title),
    columns: [
      textColumn('unit', words.unit, 32),
      textColumn('ranks', words.ranks, 16),
      textColumn('places', words.places, 7),
      ...changeColumns(setting, words.percent),
      textColumn('note', words.note, 30),
    ],
    rows: [
      ...rows.map((unit): PageRow => {
        const shown = [unit.name, ranksText(unit.rank), placesText(unit.rank)];
        return {
          style: 'row',
          cells: [...shown, ...changeCells(unit.total, setting), noteOf(unit, setting)],
        };
      }),
      ...meanRow(
        setting,
        units.map(({ total }) => total),
        2,
      ),
    ],
    notes: [
      ...moverLines({ units, mapped: changes.mapped }, setting),
      words.source(changes.file, changes.scheme),
      `${words.exactNote} ${words.pointsNote}`,
      words.rankNote,
      ...(isMerged ? [words.mergedNote] : []),
    ],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

/** By today's rank, then as in the plan. */
function placeOf({ rank }: UnitChange): number {
  return rank.now?.rank ?? Number.MAX_SAFE_INTEGER;
}

function noteOf({ how, from, name, rank, total }: UnitChange, { lang }: Setting): string | null {
  const words = changesWords[lang];
  const missing = from.filter(({ found }) => found === null).map((one) => one.name);
  const [only] = from;
  const old = how === 'same' && only !== undefined && only.found !== null ? only.name : name;
  const isRenamed = nameParts(old).bare !== nameParts(name).bare;
  const notes = [
    words.how[how],
    ...(missing.length > 0 ? [words.missing(missing.join(', '))] : []),
    ...(isRenamed ? [words.renamed(old)] : []),
    ...(total?.maxChanged === true ? [words.maxChanged] : []),
    ...(total?.maxUnknown === true ? [words.maxUnknown] : []),
    ...(rank.up === null && rank.before !== null && rank.now !== null ? [words.otherList] : []),
  ].filter((note) => note !== '');
  return notes.length === 0 ? null : notes.join('; ');
}
