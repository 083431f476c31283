/** What respondents said: unit × group × question, one page per scale. */

import type { PageCell, PageRow } from '../page.ts';
import type { Scale } from '../plan/plan.ts';
import type { HiddenAnswers } from '../scores/score.ts';
import { answerTable, meanPercent, sharePercent, weightedPercent } from '../stats/answers.ts';
import type { Exact } from '../stats/exact.ts';
import type { MissingKind } from '../stats/missing.ts';
import type { Tallies, Tally } from '../tallies.ts';
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
import { ratingsOf } from './pooled.ts';
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

/** Questions of one option on a scale (`choicesPages` has the others); scales nobody answered have no page. */
export function detailPages(
  setting: Setting,
  tallies: Tallies,
  hidden: readonly HiddenAnswers[],
): readonly ReportPage[] {
  const { detailName, detailOf } = setting.words;
  const names = { file: 'detail', name: detailName, nameOf: detailOf };
  return scalePages(setting, askedOf(setting, tallies, hidden, 'scale'), names, detailPage);
}

function detailPage(
  setting: Setting,
  scale: Scale,
  asked: readonly Asked[],
  file: string,
  name: string,
): ReportPage {
  const { words, lang } = setting;
  const missing = missingIn(asked);
  const rows = asked.map((one) => detailRow(setting, scale, one, missing));
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
      ...missingColumns(setting, missing),
      figureColumn('mean', words.meanPoints, setting, { width: 10 }),
      figureColumn('positive', words.positive, setting, { width: 10, bar: true }),
    ],
    rows,
    notes: [
      words.detailNote,
      ...(asked.some(({ tally }) => tally.weighted !== null)
        ? [weightsWords[lang].detailNote]
        : []),
      ...(missing.length > 1 ? [answerWords[lang].missingNote] : []),
      ...hiddenNotes(setting, asked),
    ],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function detailRow(
  setting: Setting,
  scale: Scale,
  { tally, question, groups, hidden }: Asked,
  missing: readonly MissingKind[],
): PageRow {
  const unit = unitName(setting, tally.unit);
  const head: readonly PageCell[] = [unit, groups, question.id, question.text, ratingsOf(tally)];
  if (hidden) {
    const blanks = [...scale.options, ...missing, 'mean', 'positive'].map((): PageCell => null);
    return { style: 'row', cells: [...head, ...blanks] };
  }
  // A plan that calls no option positive says nothing of shares; 0 % would say that nobody is content.
  const isTold = scale.options.some(({ positive }) => positive);
  const counts = scale.options.map(({ code }): PageCell => tally.counts[code] ?? 0);
  return {
    style: 'row',
    cells: [
      ...head,
      ...counts,
      ...missing.map((kind) => tally.missing[kind]),
      figure(percentOf(tally, scale, 'mean'), setting),
      figure(isTold ? percentOf(tally, scale, 'share') : null, setting),
    ],
  };
}

/** With the weights of the respondents, as the index counts them. */
function percentOf(
  { counts, weighted }: Tally,
  { options }: Scale,
  as: 'mean' | 'share',
): Exact | null {
  if (weighted !== null) return weightedPercent(weighted, answerTable(options, as, null));
  return as === 'mean' ? meanPercent(counts, options) : sharePercent(counts, options);
}
