/** Which answers of a rating a check looks at: worked out once for each list of questions that an import has. */
import type { FormId, Plan, Question, QuestionId } from '../plan/plan.ts';
import type { Rating } from '../returns/batch.ts';
import { isExact } from '../stats/exact.ts';

export interface Layout {
  /** All closed questions of the form, in its order. */
  readonly closed: readonly Asked[];
  /** How many questions about each unit are on the scale that most of them share: who ticks them all alike? */
  readonly line: number;
}

export interface Asked {
  /** Position in `Rating.answers`; null: the question is not in the file. */
  readonly at: number | null;
  /** Asked once on the sheet, which only one of its ratings may carry. */
  readonly once: boolean;
  readonly inLine: boolean;
  /** What each option is worth, in whole units of `Layouts.pointUnit`; null: the question is not scored. */
  readonly points: ReadonlyMap<string, number> | null;
  /** One for the question on this form, whatever the file. */
  readonly count: QuestionCount;
}

export interface QuestionCount {
  readonly form: FormId;
  readonly question: QuestionId;
  asked: number;
  missing: number;
}

/** By form and by the list of its file; points in the smallest unit that makes all of them whole. */
export class Layouts {
  readonly #plan: Plan;
  readonly #known = new Map<string, Layout>();
  /** By form and question. */
  readonly counts = new Map<string, QuestionCount>();
  /** Of the rating before, which mostly comes from the same file. */
  #last: {
    readonly form: FormId;
    readonly questions: readonly QuestionId[];
    layout: Layout;
  } | null = null;
  /** 1 point is so many. */
  readonly pointUnit: number;

  constructor(plan: Plan) {
    this.#plan = plan;
    const decimals = plan.scales.flatMap(({ options }) =>
      options.flatMap(({ points }) => (isExact(points) ? [Number(points.d)] : [])),
    );
    this.pointUnit = decimals.reduce(leastCommonMultiple, 1);
  }

  of({ form, questions }: Pick<Rating, 'form' | 'questions'>): Layout {
    if (this.#last?.questions === questions && this.#last.form === form) return this.#last.layout;
    const key = [form, ...questions].join('\n');
    const layout = this.#known.get(key) ?? this.#layout(form, questions);
    this.#known.set(key, layout);
    this.#last = { form, questions, layout };
    return layout;
  }

  #layout(form: FormId, list: readonly QuestionId[]): Layout {
    const questions = this.#plan.forms.find(({ id }) => id === form)?.questions ?? [];
    const closed = questions.filter(({ kind }) => kind !== 'open');
    const rated = questions.filter(({ kind, per }) => kind === 'scale' && per === 'rating');
    const sizes = new Map<string | null, number>();
    for (const { scale } of rated) sizes.set(scale, (sizes.get(scale) ?? 0) + 1);
    const most = Math.max(0, ...sizes.values());
    const shared = rated.find(({ scale }) => sizes.get(scale) === most)?.scale ?? null;
    const inLine = (one: Question): boolean => rated.includes(one) && one.scale === shared;
    return {
      line: rated.filter(inLine).length,
      closed: closed.map((question) => {
        const at = list.indexOf(question.id);
        return {
          at: at < 0 ? null : at,
          once: question.per === 'sheet',
          inLine: inLine(question),
          points: rated.includes(question) && question.scored ? this.#worth(question) : null,
          count: this.#count(form, question.id),
        };
      }),
    };
  }

  #worth({ scale }: Question): ReadonlyMap<string, number> {
    const options = this.#plan.scales.find(({ id }) => id === scale)?.options ?? [];
    const values = options.flatMap(({ code, points }) =>
      points === null ? [] : [[code, Number(points.mul(this.pointUnit).valueOf())] as const],
    );
    return new Map(values);
  }

  #count(form: FormId, question: QuestionId): QuestionCount {
    const key = `${form}\n${question}`;
    const count = this.counts.get(key) ?? { form, question, asked: 0, missing: 0 };
    this.counts.set(key, count);
    return count;
  }
}

function leastCommonMultiple(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b !== 0) [a, b] = [b, a % b];
  return (one / a) * other;
}
