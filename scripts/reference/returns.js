/** What import makes of the forms that an example keys: which cells are answers, which forms count. */
import { knownQuestion, knownScale, missingCodes, readAnswer } from '../../dist/returns/answers.js';
import { voidBy } from '../../dist/returns/void.js';
import { missingOf } from '../../dist/stats/missing.js';
import { words } from './answer-words.js';

/** `sheets: A & B | 99 & A`: the cells of each form, in the order of the first form's questions. */
export function returnsAnswer({ plan }, { notes }) {
  const questions = plan.forms[0].questions;
  const known = questions.map((question) => knownOf(plan, question));
  const isVoid = voidBy(plan.returns, questions);
  const sheets = (notes.sheets ?? '')
    .split('|')
    .map((sheet) => sheet.split('&').map((cell) => cell.trim()))
    .map((cells) => {
      const kept = known.map((one, at) => readAnswer(one, cells[at] ?? '', null));
      const rejected = kept.some((answer) => answer !== null && typeof answer === 'object');
      return { cells, kept, result: rejected ? 'rejected' : (isVoid(kept) ?? 'counts') };
    });
  return {
    answer: sheets.map(({ result }) => result).join(' | '),
    tables: (lang) => [table(questions, sheets, lang)],
  };
}

function knownOf(plan, question) {
  const scale = plan.scales.find(({ id }) => id === question.scale);
  const codes = missingCodes(plan.returns);
  return knownQuestion(question, scale ? knownScale(scale) : null, codes, plan.returns);
}

function table(questions, sheets, lang) {
  const cellText = (cell, kept) => {
    const missing = typeof kept === 'object' && kept !== null ? null : missingOf(kept);
    if (missing === null) return cell;
    return cell === '' ? words.missing[missing][lang] : `${cell} (${words.missing[missing][lang]})`;
  };
  const resultText = (result) => {
    if (result === 'counts' || result === 'rejected') return words[result][lang];
    return `${words.voided[lang]}: ${result}`;
  };
  return {
    head: [...questions.map(({ id }) => id), words.result[lang]],
    numbers: [...questions.map(() => false), false],
    rows: sheets.map(({ cells, kept, result }) => [
      ...questions.map((_, at) => cellText(cells[at] ?? '', kept[at] ?? null)),
      resultText(result),
    ]),
  };
}
