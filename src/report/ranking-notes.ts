/** What has to be said under a ranking: whose points are missing, who was placed by what, which classes were missed. */
import { classBands, leafCriteria } from '../plan/criteria.ts';
import { expressionWords } from '../plan/expression-words.ts';
import type { UnitScore } from '../scores/score.ts';
import { type Exact, exactText, isZero, zero } from '../stats/exact.ts';
import { rankingWords } from './ranking-words.ts';
import type { Setting } from './sheet.ts';
import { decimalIn } from './words.ts';

/** Whether appraised and survey points, bonus and penalty make the total of every unit that has one. */
export function addsUp(units: readonly UnitScore[]): boolean {
  return units.every((score) => {
    const sum = sumBeforeCap(score);
    const { points } = score.total;
    return points === null || sum?.equals(points) === true || isCapped(score);
  });
}

function sumBeforeCap({ appraised, survey, bonus, penalty }: UnitScore): Exact | null {
  const known = [appraised, survey].filter(({ max }) => !isZero(max));
  if (known.length === 0) return null;
  let sum: Exact = (bonus ?? zero).sub(penalty ?? zero);
  for (const { points } of known) {
    if (points === null) return null;
    sum = sum.add(points);
  }
  return sum;
}

function isCapped(score: UnitScore): boolean {
  const sum = sumBeforeCap(score);
  return sum !== null && score.total.points !== null && sum.gt(score.total.points);
}

export interface NoteFacts {
  /** The units do not have one maximum. */
  readonly ownMaxima: boolean;
  /** Headings and signs of what makes the total, where bonus or penalty is among it; null: it cannot be split. */
  readonly parts: readonly string[] | null;
}

export function rankingNotes(
  setting: Setting,
  units: readonly UnitScore[],
  { ownMaxima, parts }: NoteFacts,
): readonly string[] {
  const { words, lang } = setting;
  const listed = listedIn(setting);
  const ranked = units.filter((score) => score.rank !== null);
  const missing = units.filter((score) => score.ranked && score.rank === null);
  const unranked = units.filter((score) => !score.ranked);
  const own = rankingWords[lang];
  return [
    ...(ranked.length > 0 ? [words.meanNote(ranked.length)] : []),
    ...(ownMaxima ? [words.ownMaxNote] : []),
    ...(parts === null ? [own.noSplitNote] : parts.length > 0 ? [own.sumNote(parts)] : []),
    ...(splits(parts, units) ? computedNotes(setting) : []),
    ...cappedNotes(setting, units),
    ...surveyNotes(setting, units),
    ...(missing.length > 0 ? [words.missingNote(listed(missing))] : []),
    ...(unranked.length > 0 ? [words.unrankedNote(listed(unranked))] : []),
    ...tieNotes(setting, units),
    ...missedNotes(setting, units),
    ...(words.abbreviation === '' ? [] : [words.abbreviation]),
  ];
}

function listedIn({ plan }: Setting): (some: readonly UnitScore[]) => string {
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  return (some) => some.map((score) => names.get(score.unit) ?? score.unit).join(', ');
}

/** Whether appraised points have a column of their own. */
function splits(parts: NoteFacts['parts'], units: readonly UnitScore[]): boolean {
  return parts !== null && units.some(({ appraised }) => !isZero(appraised.max));
}

/** Appraised points count whatever is not surveyed; the page of self-assessments only what people appraise. */
function computedNotes({ index, lang }: Setting): readonly string[] {
  const computed = leafCriteria(index.criteria).filter(({ source }) =>
    source === null ? false : ['figure', 'formula', 'conditions'].includes(source.kind),
  );
  const codes = computed.map(({ code }) => code).join(', ');
  return computed.length === 0 ? [] : [rankingWords[lang].computedNote(codes)];
}

function cappedNotes(setting: Setting, units: readonly UnitScore[]): readonly string[] {
  const { index, lang } = setting;
  const capped = units.filter(isCapped);
  if (index.highest === null || capped.length === 0) return [];
  const highest = decimalIn(lang, exactText(index.highest));
  return [rankingWords[lang].cappedNote(highest, listedIn(setting)(capped))];
}

/** By block: a survey is held in all of a block or not at all. */
function surveyNotes({ plan, lang }: Setting, units: readonly UnitScore[]): readonly string[] {
  const without = new Set(units.filter((score) => !score.surveyHeld).map(({ block }) => block));
  const names = plan.blocks.filter(({ id }) => without.has(id)).map(({ name }) => name);
  return names.length === 0 ? [] : [rankingWords[lang].noSurveyNote(names.join(', '))];
}

/** Units in the order of their ranks, with them. */
function tieNotes(setting: Setting, units: readonly UnitScore[]): readonly string[] {
  const { plan, index, lang } = setting;
  const own = rankingWords[lang];
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const listed = (by: UnitScore['tieBrokenBy']): string =>
    units
      .filter((score) => score.tieBrokenBy === by)
      .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
      .map((score) => `${names.get(score.unit) ?? score.unit} (${score.rank})`)
      .join(', ');
  const notes = index.rank.tieBreakers.map((breaker, at) => {
    const { breakers } = own;
    const name =
      breaker.kind === 'criterion' ? breakers.criterion(breaker.code) : breakers[breaker.kind];
    const placed = listed(at);
    return placed === '' ? [] : [own.tieNote(name, placed)];
  });
  const byName = listed('name');
  return [...notes.flat(), ...(byName === '' ? [] : [own.nameTieNote(byName)])];
}

/** A condition as the plan writes it, in words. */
function conditionWords(
  { plan, index, lang }: Setting,
  { block }: UnitScore,
  missed: string,
  text: string,
): string {
  const band = classBands(index, block).find(({ name }) => name === missed);
  const condition = band?.onlyIf.find((one) => one.text === text);
  return condition === undefined ? text : expressionWords(condition, plan, lang);
}

/** One note for each class and the same conditions. */
function missedNotes(setting: Setting, units: readonly UnitScore[]): readonly string[] {
  const own = rankingWords[setting.lang];
  const found = new Map<string, { missed: string; conditions: string; units: UnitScore[] }>();
  for (const score of units) {
    for (const { class: missed, conditions } of score.missedClasses) {
      const said = conditions.map((text) => conditionWords(setting, score, missed, text));
      const text = said.map((one) => `“${one}”`).join(', ');
      const key = `${missed}\n${text}`;
      const same = found.get(key) ?? { missed, conditions: text, units: [] };
      same.units.push(score);
      found.set(key, same);
    }
  }
  return [...found.values()].map(({ missed, conditions, units: some }) =>
    own.missedNote(missed, conditions, listedIn(setting)(some)),
  );
}
