/** Files that meet what was imported before. */
import { type CorpusCase, type Expected, refused, same } from './case.ts';
import { answers, withCells } from './survey.ts';
import { csv } from './texts.ts';

const semicolons = csv(answers, { delimiter: ';' });

/** The clean answers are imported first. */
function after(
  file: string,
  odd: string,
  text: string,
  expect: Expected,
  told: readonly string[] = [],
): CorpusCase {
  return {
    file,
    odd,
    make: () => text,
    others: { 'truoc.csv': () => csv(answers) },
    before: ['truoc.csv'],
    expect,
    told,
  };
}

const half = answers.slice(0, 4);

export const storeCases: readonly CorpusCase[] = [
  {
    file: 'lan-hai.csv',
    odd: 'the same file again',
    make: () => csv(answers),
    before: ['lan-hai.csv'],
    expect: refused('returns/already-imported lan-hai.csv'),
  },
  after(
    'ten-khac.csv',
    'the same bytes under another name',
    csv(answers),
    refused('returns/already-imported ten-khac.csv'),
  ),
  after('dang-khac.csv', 'the same rows in another shape', semicolons, {
    kind: 'nothing-new',
    as: answers,
  }),
  after(
    'mau-thuan.csv',
    'one sheet with another answer',
    csv(withCells(answers, { '4:3': '1' })),
    refused('4:Số phiếu returns/conflict'),
  ),
  {
    file: 'nua-sau.csv',
    odd: 'the second half after the first',
    make: () => csv([answers[0] ?? [], ...answers.slice(4)]),
    others: { 'nua-dau.csv': () => csv(half) },
    before: ['nua-dau.csv'],
    expect: same(answers),
  },
  {
    file: 'ca.csv',
    odd: 'all after the first half: what is new is taken, what is the same is left out',
    make: () => csv(answers),
    others: { 'nua-dau.csv': () => csv(half) },
    before: ['nua-dau.csv'],
    expect: same(answers),
  },
  {
    file: 'sua-loi.csv',
    odd: 'a row mended after it was rejected',
    make: () => csv(answers),
    others: { 'co-loi.csv': () => csv(withCells(answers, { '4:3': '9' })) },
    before: ['co-loi.csv'],
    expect: same(answers),
  },
  {
    file: 'hai-tep.csv',
    odd: 'two files in one call, the second with the sheets of the first',
    make: () => csv(half),
    others: { 'tep-hai.csv': () => semicolons },
    command: 'import hai-tep.csv tep-hai.csv',
    expect: same(answers),
  },
];
