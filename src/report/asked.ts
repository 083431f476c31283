/** What the pages on answers are made from: unit × group × question, in the order of the plan, scale by scale. */
import type { PageColumn } from '../page.ts';
import type { Question, Scale } from '../plan/plan.ts';
import type { HiddenAnswers } from '../scores/score.ts';
import { type MissingKind, missingKinds } from '../stats/missing.ts';
import type { Tallies, Tally } from '../tallies.ts';
import { answerWords } from './answer-words.ts';
import { pooled } from './pooled.ts';
import { countColumn, type ReportPage, type Setting } from './sheet.ts';

/** One row: what the groups that are counted together said about a unit. */
export interface Asked {
  readonly tally: Tally;
  readonly question: Question;
  /** Names of the groups, joined. */
  readonly groups: string;
  readonly hidden: boolean;
  /** Hidden because few answered, not because of others. */
  readonly isSmall: boolean;
}

/**
 * Units in the order of the plan, then groups, then questions. Questions about the respondent (`per: sheet`)
 * are left out: on a grid they would be counted again for every unit, and by unit they point at persons.
 */
export function askedOf(
  { plan }: Setting,
  tallies: Tallies,
  hidden: readonly HiddenAnswers[],
  kind: Question['kind'],
): readonly Asked[] {
  const all = plan.forms.flatMap((form) => form.questions);
  const questions = new Map(all.map((question) => [question.id, question]));
  const units = new Map(plan.units.map(({ id }, at) => [id, at]));
  const groups = new Map(plan.groups.map(({ id }, at) => [id, at]));
  const order = new Map([...questions.keys()].map((id, at) => [id, at]));
  const rated = tallies.cells.filter((cell) => {
    const question = questions.get(cell.question);
    return question?.per === 'rating' && question.kind === kind;
  });
  return pooled(plan, rated, hidden)
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

/** A page for each scale that somebody answered on; alone it needs no name of its own. */
export function scalePages(
  setting: Setting,
  asked: readonly Asked[],
  names: {
    readonly file: string;
    readonly name: string;
    readonly nameOf: (scale: string) => string;
  },
  page: (
    setting: Setting,
    scale: Scale,
    asked: readonly Asked[],
    file: string,
    name: string,
  ) => ReportPage,
): readonly ReportPage[] {
  const scales = setting.plan.scales.filter((scale) =>
    asked.some((one) => one.question.scale === scale.id),
  );
  return scales.map((scale) => {
    const mine = asked.filter(({ question }) => question.scale === scale.id);
    return scales.length === 1
      ? page(setting, scale, mine, names.file, names.name)
      : page(setting, scale, mine, `${names.file}-${slug(scale.id)}`, names.nameOf(scale.id));
  });
}

/** The reasons for missing answers that a page shows: blank always, the others where they occur. */
export function missingIn(asked: readonly Asked[]): readonly MissingKind[] {
  return missingKinds.filter(
    (kind) => kind === 'blank' || asked.some(({ tally }) => tally.missing[kind] > 0),
  );
}

export function missingColumns(
  { lang }: Setting,
  kinds: readonly MissingKind[],
): readonly PageColumn[] {
  const { missing } = answerWords[lang];
  return kinds.map((kind) => countColumn(kind.replace('-', '_'), missing[kind], 8));
}

/** Why rows are blank: few answered, or the row would give away one where few did. */
export function hiddenNotes(
  { index: { hideBelow }, words }: Setting,
  asked: readonly Asked[],
): readonly string[] {
  const hidden = asked.filter((one) => one.hidden);
  const isBeside = hidden.some(({ isSmall }) => !isSmall);
  return [
    ...(hidden.length > 0 ? [words.fewNote(hideBelow)] : []),
    ...(isBeside ? [words.besideFewNote(hideBelow)] : []),
  ];
}

export function unitName({ plan }: Setting, unit: string): string {
  return plan.units.find(({ id }) => id === unit)?.name ?? unit;
}

/** Codes may differ in case only; column keys may not. */
export function optionKey({ options }: Scale, code: string, at: number): string {
  const key = `n_${code.toLowerCase()}`;
  const before = options
    .slice(0, at)
    .filter((one) => one.code.toLowerCase() === code.toLowerCase());
  return before.length === 0 ? key : `${key}_${before.length + 1}`;
}

/** Scale ids may hold anything a file name may not. */
function slug(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
