/** Questions of several choices: unit × group × question, one page per scale, in percent of those who answered. */
import type { PageCell, PageRow } from '../page.ts';
import type { Scale } from '../plan/plan.ts';
import type { HiddenAnswers } from '../scores/score.ts';
import { exact, percentOf } from '../stats/exact.ts';
import type { MissingKind } from '../stats/missing.ts';
import type { Tallies } from '../tallies.ts';
import { answerWords } from './answer-words.ts';
import {
  type Asked,
  askedOf,
  hiddenNotes,
  missingColumns,
  missingIn,
  optionKey,
  scalePages,
  unitName,
} from './asked.ts';
import { answeredOf, ratingsOf } from './pooled.ts';
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

export function choicesPages(
  setting: Setting,
  tallies: Tallies,
  hidden: readonly HiddenAnswers[],
): readonly ReportPage[] {
  const { choicesName, choicesOf } = answerWords[setting.lang];
  const names = { file: 'choices', name: choicesName, nameOf: choicesOf };
  return scalePages(setting, askedOf(setting, tallies, hidden, 'multiple'), names, choicesPage);
}

function choicesPage(
  setting: Setting,
  scale: Scale,
  asked: readonly Asked[],
  file: string,
  name: string,
): ReportPage {
  const { words, lang } = setting;
  const own = answerWords[lang];
  const missing = missingIn(asked);
  return {
    file,
    name,
    title: titleLines(setting, own.choicesTitle),
    columns: [
      textColumn('unit', words.unit, 26),
      textColumn('group', words.group, 28),
      textColumn('question', words.question, 7),
      textColumn('text', words.text, 40),
      countColumn('ratings', words.ratings, 9),
      countColumn('answered', own.answered, 9),
      ...scale.options.map((option, at) => ({
        ...countColumn(optionKey(scale, option.code, at), option.label, 9),
        over: words.answers,
      })),
      ...scale.options.map((option, at) => ({
        ...figureColumn(`share_${optionKey(scale, option.code, at)}`, option.label, setting),
        over: own.share,
      })),
      ...missingColumns(setting, missing),
    ],
    rows: asked.map((one) => choicesRow(setting, scale, one, missing)),
    notes: [own.choicesNote, own.missingNote, ...hiddenNotes(setting, asked)],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function choicesRow(
  setting: Setting,
  scale: Scale,
  { tally, question, groups, hidden }: Asked,
  missing: readonly MissingKind[],
): PageRow {
  const head: readonly PageCell[] = [
    unitName(setting, tally.unit),
    groups,
    question.id,
    question.text,
    ratingsOf(tally),
  ];
  if (hidden) {
    const blanks = [null, ...scale.options, ...scale.options, ...missing].map(() => null);
    return { style: 'row', cells: [...head, ...blanks] };
  }
  const counts = scale.options.map(({ code }) => tally.counts[code] ?? 0);
  const answered = answeredOf(tally);
  const shares = counts.map((count) => figure(percentOf(exact(count), exact(answered)), setting));
  const without = missing.map((kind) => tally.missing[kind]);
  return { style: 'row', cells: [...head, answered, ...counts, ...shares, ...without] };
}
