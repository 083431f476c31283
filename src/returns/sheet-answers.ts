/** Questions asked once a sheet, which the rows of one grid sheet must answer alike. */
import type { QuestionId } from '../plan/plan.ts';
import { hashIndex } from '../stats/hash-index.ts';
import { intList } from '../stats/int-list.ts';
import { textHash } from '../stats/text-hash.ts';
import type { Rating } from './batch.ts';
import type { Reading } from './reading.ts';
import type { CheckedRow } from './rows.ts';

export interface Difference {
  readonly question: QuestionId;
  readonly values: ReadonlySet<string>;
  /** Rows that answer it. */
  readonly rows: readonly number[];
}

export interface SheetAnswers {
  readonly note: (row: CheckedRow) => void;
  readonly differ: () => boolean;
  /** A second look, at the sheets that differ: only now it is known which they are. */
  readonly look: (row: CheckedRow) => void;
  /** What rows of its sheet answer differently. */
  readonly differences: (row: CheckedRow) => readonly Difference[];
}

/** Where in the answers the questions asked once stand; the rows of a form share their list of questions. */
type Places = readonly (readonly [QuestionId, number])[];

export function sheetAnswers({ known }: Reading): SheetAnswers {
  const index = hashIndex();
  const [first, second] = [intList(), intList()];
  const differing = new Map<string, Map<QuestionId, { values: Set<string>; rows: number[] }>>();
  const remembered = new Map<Rating['questions'], Places>();
  const placesOf = (questions: Rating['questions']): Places => {
    const before = remembered.get(questions);
    if (before !== undefined) return before;
    const places = questions.flatMap((id, at) =>
      known.questions.get(id)?.question.per === 'sheet' ? [[id, at] as const] : [],
    );
    remembered.set(questions, places);
    return places;
  };
  /** A sheet about one unit has one row; a second one is a conflict already. */
  const isOnGrid = ({ rating }: CheckedRow): boolean =>
    rating !== null && known.groups.get(rating.group)?.isGrid === true;
  const answers = function* (checked: CheckedRow): Generator<readonly [QuestionId, string]> {
    const { rating } = checked;
    if (rating === null || !isOnGrid(checked)) return;
    for (const [question, at] of placesOf(rating.questions)) {
      const answer = rating.answers[at];
      if (answer !== null && answer !== undefined) yield [question, answer];
    }
  };
  return {
    note: (checked) => {
      const { sheet } = checked;
      if (sheet === null || !isOnGrid(checked)) return;
      for (const [question, answer] of answers(checked)) {
        const value = textHash(answer);
        const size = index.size();
        const at = index.add(textHash(`${sheet}\n${question}`));
        if (at === size) {
          first.push(value.a);
          second.push(value.b);
        } else if (first.at(at) !== value.a || second.at(at) !== value.b) {
          differing.set(sheet, new Map());
        }
      }
    },
    differ: () => differing.size > 0,
    look: (checked) => {
      const found = differing.get(checked.sheet ?? '');
      if (found === undefined) return;
      for (const [question, answer] of answers(checked)) {
        const one = found.get(question) ?? { values: new Set(), rows: [] };
        found.set(question, one);
        one.values.add(answer);
        one.rows.push(checked.row.row);
      }
    },
    differences: ({ sheet }) => {
      const found = differing.size === 0 ? undefined : differing.get(sheet ?? '');
      return [...(found ?? [])].flatMap(([question, { values, rows }]) =>
        values.size > 1 ? [{ question, values, rows }] : [],
      );
    },
  };
}
