/** One sheet as the checks see it: a rating, or all ratings of a grid, summed up. */
import type { Rating } from '../returns/batch.ts';
import { missingOf } from '../stats/missing.ts';
import type { Asked, Layout, QuestionCount } from './layout.ts';

export class SheetSum {
  /** Answered questions of the shared scale; the option they all have: null before the first, false when they differ. */
  lineCount = 0;
  line: string | false | null = null;
  /** Points in `Layouts.pointUnit`, over so many answers. */
  points = 0;
  pointCount = 0;
  asked = 0;
  blank = 0;
  /** Questions asked once, which any of the ratings may carry: whether one did. */
  #once: Map<QuestionCount, boolean> | null = null;

  take({ answers }: Pick<Rating, 'answers'>, { closed }: Layout): void {
    for (const asked of closed) {
      const answer = asked.at === null ? null : (answers[asked.at] ?? null);
      const why = missingOf(answer);
      if (why === 'not-asked') continue;
      const isMissing = why === 'blank' || why === 'two-marks';
      if (asked.once) {
        this.#once ??= new Map();
        this.#once.set(asked.count, (this.#once.get(asked.count) ?? false) || !isMissing);
        continue;
      }
      this.#count(asked.count, isMissing);
      if (answer !== null && why === null) this.#answered(asked, answer);
    }
  }

  /** Counts the questions asked once, when the whole sheet is known. */
  close(): void {
    for (const [count, isAnswered] of this.#once ?? []) this.#count(count, !isAnswered);
    this.#once = null;
  }

  #count(count: QuestionCount, isMissing: boolean): void {
    this.asked += 1;
    count.asked += 1;
    if (!isMissing) return;
    this.blank += 1;
    count.missing += 1;
  }

  #answered({ inLine, points }: Asked, answer: string): void {
    if (inLine) {
      this.lineCount += 1;
      if (this.line === null) this.line = answer;
      else if (this.line !== answer) this.line = false;
    }
    const worth = points?.get(answer);
    if (worth === undefined) return;
    this.points += worth;
    this.pointCount += 1;
  }
}
