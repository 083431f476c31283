/** A table typed by hand in which every unit has columns of its own: `Câu hỏi [Đơn vị]`, or units merged over questions. */

import { nameKey } from '../../names.ts';
import type { TableHead } from '../../table.ts';
import { fieldKeys } from '../fields.ts';
import type { Known } from '../known.ts';
import { atMark, inBrackets } from './cut.ts';
import { headingResolver, type QuestionMeaning } from './resolve.ts';
import type { System } from './system.ts';

/** No survey system: only its way to cut headings is wanted. */
export const unitColumns: System = {
  name: 'unit columns',
  recognises: () => false,
  repeats: [],
  own: [],
  fields: [],
  // Of merged headings the upper and the lower one stand so, as the reader of workbooks puts them together.
  cuts: (heading) => [inBrackets(heading), atMark(heading, ' / ')],
  bare: (heading) => heading,
  asides: [],
  other: null,
  exclude: {},
  times: 'local',
  decimal: null,
  notAsked: null,
};

/**
 * Whether the columns of questions name their units, every one of them: a question that one unit alone is asked has lost
 * its unit in headings of two rows, and would be read as asked of all.
 */
export function hasUnitColumns({ columns }: TableHead, known: Known): boolean {
  if (columns.some((heading) => isOfTally(heading))) return false;
  const resolve = headingResolver(known);
  const found = columns.flatMap((heading): readonly QuestionMeaning[] => {
    const resolved = resolve(unitColumns.cuts(heading), unitColumns);
    return resolved.kind === 'meaning' ? [resolved.meaning] : [];
  });
  const rated = found.filter(({ ids }) =>
    ids.some((id) => known.questions.get(id)?.question.per === 'rating'),
  );
  return rated.length > 0 && rated.every(({ unit }) => unit !== null);
}

const tallyKeys = fieldKeys('tallies');

function isOfTally(heading: string): boolean {
  const field = tallyKeys.get(nameKey(heading)) ?? null;
  return field === 'question' || field === 'option' || field === 'count';
}
