/** Counting ratings and tally entries into cells: form × group × unit × question × option. */
import type { Form, GroupId, Plan, Question, UnitId } from '../plan/plan.ts';
import type { Rating, TallyEntry } from '../returns/batch.ts';
import { intList } from '../stats/int-list.ts';
import { type Missing, missingKinds, missingOf, nothingAsked } from '../stats/missing.ts';
import type { Tally } from '../tallies.ts';
import { byTexts } from './by-texts.ts';
import { compare, positions } from './order.ts';

/** Told of what a rating or tally says and the plan does not know. */
export type Foreign = (thing: 'question' | 'option', name: string) => void;

export interface CellCounter {
  /**
   * A rating about a form, group and unit of the plan. `sheet`: of a grid, whose questions asked once are counted at the
   * end, for they may be answered on another row; -1: by itself.
   */
  readonly rating: (rating: Rating, batch: string, sheet: number, foreign: Foreign) => void;
  readonly entry: (entry: TallyEntry, batch: string, foreign: Foreign) => void;
  /** In the order of the plan; `once` tells what a grid sheet answers to a question asked once. */
  readonly cells: (once: (sheet: number, question: string) => string | null) => readonly Tally[];
}

/** What can be counted to one question: its options, then the kinds of missing answers, then those who answered. */
interface Column {
  readonly question: Question;
  /** Place of an option's code among the counters. */
  readonly codes: ReadonlyMap<string, number>;
  /** Where its counters begin. */
  readonly from: number;
  /** By the code of a one-character answer: its counter; -1: none. One answer to a rating, so not for multiple choices. */
  readonly quick: Int32Array;
  readonly isOnce: boolean;
  readonly options: readonly string[];
}

interface FormLayout {
  readonly form: Form;
  readonly columns: readonly Column[];
  readonly width: number;
  readonly known: ReadonlySet<string>;
}

/** All counters of one form, group and unit. */
interface Block {
  readonly layout: FormLayout;
  readonly group: GroupId;
  readonly unit: UnitId;
  /** Whole numbers far below 2⁵³. */
  readonly counts: Float64Array;
  /** Imports whose ratings are counted here, and by question those whose tallies are. */
  readonly rated: Set<string>;
  readonly tallied: Map<string, Set<string>>;
}

export function cellCounter(plan: Plan): CellCounter {
  const layouts = new Map(plan.forms.map((form) => [form.id, layoutOf(plan, form)]));
  const blocks = byTexts<Block>();
  const numbered: Block[] = [];
  const [waitingBlocks, waitingSheets] = [intList(), intList()];
  const numbers = new Map<Block, number>();
  const blockOf = (form: string, group: GroupId, unit: UnitId): Block | null => {
    const before = blocks.get(form, group, unit);
    if (before !== undefined) return before;
    const layout = layouts.get(form);
    if (layout === undefined) return null;
    const counts = new Float64Array(layout.width);
    const block: Block = { layout, group, unit, counts, rated: new Set(), tallied: new Map() };
    blocks.set(form, group, unit, block);
    numbers.set(block, numbered.push(block) - 1);
    return block;
  };
  const places = placeFinder();
  return {
    rating: (rating, batch, sheet, foreign) => {
      const block = blockOf(rating.form, rating.group, rating.unit);
      if (block === null) return;
      const isValid = rating.voidReason === null;
      // A unit that a sheet was not asked about is counted so at each question; one that it left blank is a gap.
      const isCounted = isValid || (sheet >= 0 && rating.voidReason === nothingAsked);
      if (isCounted) block.rated.add(batch);
      const at = places(block.layout, rating.questions);
      for (const place of at.strange) {
        if (rating.answers[place] != null) foreign('question', rating.questions[place] ?? '');
      }
      countRow(block, rating.answers, at.columns, sheet >= 0, isCounted, foreign);
      if (sheet < 0 || !isValid) return;
      waitingBlocks.push(numbers.get(block) ?? 0);
      waitingSheets.push(sheet);
    },
    entry: (entry, batch, foreign) => {
      const block = blockOf(entry.form, entry.group, entry.unit);
      if (block !== null) countEntry(block, entry, batch, foreign);
    },
    cells: (once) => {
      for (let at = 0; at < waitingBlocks.length(); at++) {
        const block = numbered[waitingBlocks.at(at)];
        if (block !== undefined) countOnce(block, waitingSheets.at(at), once);
      }
      return inPlanOrder(plan, numbered.flatMap(tallies));
    },
  };
}

function layoutOf(plan: Plan, form: Form): FormLayout {
  const scales = new Map(
    plan.scales.map(({ id, options }) => [id, options.map(({ code }) => code)]),
  );
  let width = 0;
  const columns = form.questions
    .filter(({ scale }) => scale !== null)
    .map((question): Column => {
      const options = scales.get(question.scale ?? '') ?? [];
      const from = width;
      width += options.length + missingKinds.length + 1;
      const codes = new Map(options.map((code, at) => [code, at]));
      const quick = quickPlaces(question, options, from);
      return { question, options, from, codes, quick, isOnce: question.per === 'sheet' };
    });
  return { form, columns, width, known: new Set(form.questions.map(({ id }) => id)) };
}

const ascii = 128;

function quickPlaces({ kind }: Question, options: readonly string[], from: number): Int32Array {
  const places = new Int32Array(ascii).fill(-1);
  for (const [at, code] of options.entries()) {
    const unit = code.charCodeAt(0);
    if (kind !== 'multiple' && code.length === 1 && unit < ascii) places[unit] = from + at;
  }
  return places;
}

interface Places {
  /** By column of the layout: where in the answers it stands; -1: nowhere. */
  readonly columns: readonly number[];
  /** Answers to questions that the form does not ask. */
  readonly strange: readonly number[];
}

/** The ratings of a file share their list of questions, so its places are looked up once. */
function placeFinder(): (layout: FormLayout, questions: Rating['questions']) => Places {
  let last: { layout: FormLayout; questions: Rating['questions']; places: Places } | null = null;
  return (layout, questions) => {
    if (last?.layout === layout && last.questions === questions) return last.places;
    const columns = layout.columns.map(({ question }) => questions.indexOf(question.id));
    const strange = questions.flatMap((id, at) => (layout.known.has(id) ? [] : [at]));
    last = { layout, questions, places: { columns, strange } };
    return last.places;
  };
}

function countRow(
  { layout, counts }: Block,
  answers: Rating['answers'],
  places: readonly number[],
  isOnceLater: boolean,
  isCounted: boolean,
  foreign: Foreign,
): void {
  const { columns } = layout;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as Column;
    const place = places[at] as number;
    const answer = place < 0 ? null : (answers[place] as string | null);
    if (answer !== null && answer.length === 1) {
      const unit = answer.charCodeAt(0);
      const counter = unit < ascii ? (column.quick[unit] as number) : -1;
      if (counter >= 0) {
        if (isCounted && !(isOnceLater && column.isOnce)) {
          counts[counter] = (counts[counter] as number) + 1;
        }
        continue;
      }
    }
    const code = answer === null ? undefined : column.codes.get(answer);
    if (code !== undefined && column.question.kind !== 'multiple') {
      const isLater = isOnceLater && column.question.per === 'sheet';
      if (isCounted && !isLater) counts[column.from + code] = (counts[column.from + code] ?? 0) + 1;
    } else countUnusual(counts, column, answer, isOnceLater, isCounted, foreign);
  }
}

/** No answer, several of them, or one that the plan does not know. */
function countUnusual(
  counts: Float64Array,
  column: Column,
  answer: string | null,
  isOnceLater: boolean,
  isCounted: boolean,
  foreign: Foreign,
): void {
  const { from, options, codes, question } = column;
  const adds = isCounted && !(isOnceLater && question.per === 'sheet') ? 1 : 0;
  const missing = missingOf(answer);
  if (missing !== null || answer === null) {
    const place = from + options.length + missingKinds.indexOf(missing ?? 'blank');
    counts[place] = (counts[place] ?? 0) + adds;
    return;
  }
  for (const one of question.kind === 'multiple' ? answer.split(' ') : [answer]) {
    const code = codes.get(one);
    if (code === undefined) foreign('option', one);
    else counts[from + code] = (counts[from + code] ?? 0) + adds;
  }
  const answered = from + options.length + missingKinds.length;
  counts[answered] = (counts[answered] ?? 0) + adds;
}

function countOnce(
  { layout, counts }: Block,
  sheet: number,
  once: (sheet: number, question: string) => string | null,
): void {
  for (const column of layout.columns) {
    const { question } = column;
    if (question.per !== 'sheet') continue;
    const answer = once(sheet, question.id);
    const code = answer === null ? undefined : column.codes.get(answer);
    if (code !== undefined && question.kind !== 'multiple') {
      counts[column.from + code] = (counts[column.from + code] ?? 0) + 1;
    } else countUnusual(counts, column, answer, false, true, () => undefined);
  }
}

function countEntry(block: Block, entry: TallyEntry, batch: string, foreign: Foreign): void {
  const { layout, counts, tallied } = block;
  if (!layout.known.has(entry.question)) foreign('question', entry.question);
  const column = layout.columns.find(({ question }) => question.id === entry.question);
  if (column === undefined) return;
  const add = (place: number, count: number): void => {
    counts[column.from + place] = (counts[column.from + place] ?? 0) + count;
  };
  for (const [code, count] of Object.entries(entry.counts)) {
    const place = column.codes.get(code);
    if (place !== undefined) add(place, count);
    else if (count > 0) foreign('option', code);
  }
  const { options } = column;
  for (const [at, kind] of missingKinds.entries()) add(options.length + at, entry.missing[kind]);
  add(options.length + missingKinds.length, entry.answered ?? 0);
  const from = tallied.get(entry.question) ?? new Set();
  tallied.set(entry.question, from.add(batch));
}

/** Cells without any rating or tally are absent. */
function tallies({ layout, group, unit, counts, rated, tallied }: Block): readonly Tally[] {
  return layout.columns.flatMap(({ question, options, from }): Tally[] => {
    const sources = new Set([...rated, ...(tallied.get(question.id) ?? [])]);
    if (sources.size === 0) return [];
    const at = (place: number): number => counts[from + place] ?? 0;
    const missing = Object.fromEntries(
      missingKinds.map((kind, place) => [kind, at(options.length + place)]),
    ) as Missing;
    const answered = question.kind === 'multiple' ? at(options.length + missingKinds.length) : null;
    const own = Object.fromEntries(options.map((code, place) => [code, at(place)]));
    const about = { form: layout.form.id, group, unit, question: question.id };
    return [
      { ...about, counts: own, weighted: null, answered, missing, batches: [...sources].sort() },
    ];
  });
}

function inPlanOrder(plan: Plan, cells: readonly Tally[]): readonly Tally[] {
  const forms = positions(plan.forms);
  const groups = positions(plan.groups);
  const units = positions(plan.units);
  const questions = new Map(plan.forms.map(({ id, questions: asked }) => [id, positions(asked)]));
  return cells
    .map((tally) => ({
      tally,
      order: [
        forms.get(tally.form) ?? 0,
        groups.get(tally.group) ?? 0,
        units.get(tally.unit) ?? 0,
        questions.get(tally.form)?.get(tally.question) ?? 0,
      ],
    }))
    .sort((one, other) => compare(one.order, other.order))
    .map(({ tally }) => tally);
}
