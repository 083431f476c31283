/** A form as blocks in printing order: neighbouring questions that can share a table do. */
import type { Form, Plan, Question, Scale } from '../plan/plan.ts';
import { exactText } from '../stats/exact.ts';

export interface PaperOption {
  readonly code: string;
  readonly label: string;
}

export interface PaperQuestion {
  /** Number on paper, from 1 in the order of the plan. */
  readonly no: number;
  readonly id: string;
  readonly text: string;
}

/** A column of a grid: it has its own scale and stands under its own heading. */
export interface MatrixQuestion extends PaperQuestion {
  readonly section: string | null;
  readonly options: readonly PaperOption[];
  /** Several boxes may be marked: `most` of them, or any number where that is null. */
  readonly several: boolean;
  readonly most: number | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** Questions × options, a box in each cell. */
  | {
      readonly kind: 'table';
      readonly options: readonly PaperOption[];
      readonly questions: readonly PaperQuestion[];
    }
  /** Units × questions, a box for each option in each cell. */
  | { readonly kind: 'matrix'; readonly questions: readonly MatrixQuestion[] }
  /** One question, its options below it. */
  | {
      readonly kind: 'choice';
      readonly options: readonly PaperOption[];
      readonly question: PaperQuestion;
    }
  /** The same where several may be chosen; `most` is null where any number may. */
  | {
      readonly kind: 'choices';
      readonly options: readonly PaperOption[];
      readonly question: PaperQuestion;
      readonly most: number | null;
    }
  /** A figure on a dotted line, or (`figures`) on a line for each unit; bounds as decimal text. */
  | {
      readonly kind: 'figure' | 'figures';
      readonly question: PaperQuestion;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** Words on dotted lines; `lines`: a line for each unit. */
  | { readonly kind: 'open' | 'lines'; readonly question: PaperQuestion };

/** A table with more columns than this cannot be read; its questions are set one by one. */
const widestTable = 7;

/**
 * Every question of the form, in the order of the plan. On a `grid` (a sheet that rates several units)
 * the closed questions asked of each unit go into matrices, whatever their scales and headings, for a
 * list of 40 units may not be repeated for each question; those asked once stay as on any form.
 */
export function layoutForm(plan: Plan, form: Form, grid: boolean): readonly Block[] {
  const numbers = new Map(form.questions.map((question, index) => [question.id, index + 1]));
  const scales = new Map(plan.scales.map((scale) => [scale.id, scale]));
  const blocks: Block[] = [];
  let section: string | null = null;
  for (const run of runs(form.questions, grid)) {
    const items = run.map((question): Item => {
      const { id, text } = question;
      const scale = question.scale === null ? null : (scales.get(question.scale) ?? null);
      const paper = { no: numbers.get(id) ?? 0, id, text };
      return { question: paper, asked: question, section: question.section, scale };
    });
    const inMatrix = run.some((question) => isMatrixed(question, grid));
    const heading = run[0]?.section ?? null;
    if (!inMatrix && heading !== null && heading !== section) {
      blocks.push({ kind: 'heading', text: heading });
    }
    section = run.at(-1)?.section ?? null;
    const perUnit = grid && run[0]?.per === 'rating';
    blocks.push(...(inMatrix ? [matrix(items)] : blocksOf(items, perUnit)));
  }
  return blocks;
}

/**
 * What the tally sheet counts: the closed questions only. Those that share their options share a table,
 * wherever they stand on the form (each keeps its number); matrices stay as they are, and so do questions of
 * several options, whose counts do not add up to the forms.
 */
export function tallyBlocks(blocks: readonly Block[]): readonly Block[] {
  const tables = new Map<string, PaperQuestion[]>();
  const found: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'matrix' || block.kind === 'choices') found.push(block);
    if (block.kind !== 'table' && block.kind !== 'choice') continue;
    const { options } = block;
    const questions = block.kind === 'table' ? block.questions : [block.question];
    const known = tables.get(JSON.stringify(options));
    if (known !== undefined) known.push(...questions);
    else {
      const started = [...questions];
      tables.set(JSON.stringify(options), started);
      found.push({ kind: 'table', options, questions: started });
    }
  }
  return found;
}

interface Item {
  readonly question: PaperQuestion;
  readonly asked: Question;
  readonly section: string | null;
  readonly scale: Scale | null;
}

function matrix(items: readonly Item[]): Block {
  const questions = items.map(({ question, asked, section, scale }) => {
    const several = asked.kind === 'multiple';
    return { ...question, section, options: optionsOf(scale), several, most: asked.atMost };
  });
  return { kind: 'matrix', questions };
}

function blocksOf(items: readonly Item[], perUnit: boolean): readonly Block[] {
  const [first] = items;
  if (first?.asked.kind !== 'scale') return items.map((item) => singleBlock(item, perUnit));
  const questions = items.map(({ question }) => question);
  const options = optionsOf(first.scale);
  return questions.length > 1 && options.length <= widestTable
    ? [{ kind: 'table', options, questions }]
    : questions.map((question) => ({ kind: 'choice', options, question }));
}

/** A question that shares no table: of several options, a figure, or words. */
function singleBlock({ question, asked, scale }: Item, perUnit: boolean): Block {
  if (asked.kind === 'multiple') {
    return { kind: 'choices', options: optionsOf(scale), question, most: asked.atMost };
  }
  if (asked.kind === 'open') return { kind: perUnit ? 'lines' : 'open', question };
  const { from = null, to = null } = asked.range ?? {};
  const bounds = { from: from && exactText(from), to: to && exactText(to) };
  return { kind: perUnit ? 'figures' : 'figure', question, ...bounds };
}

function optionsOf(scale: Scale | null): readonly PaperOption[] {
  return scale?.options.map(({ code, label }) => ({ code, label })) ?? [];
}

function isMatrixed(question: Question, grid: boolean): boolean {
  const isClosed = question.kind === 'scale' || question.kind === 'multiple';
  return grid && question.per === 'rating' && isClosed;
}

/** Neighbours that can share a table: a matrix takes all that rate; else same heading, scale and count. */
function runs(questions: readonly Question[], grid: boolean): readonly (readonly Question[])[] {
  const found: Question[][] = [];
  for (const question of questions) {
    const run = found.at(-1);
    const before = run?.at(-1);
    if (before !== undefined && joins(before, question, grid)) run?.push(question);
    else found.push([question]);
  }
  return found;
}

function joins(before: Question, question: Question, grid: boolean): boolean {
  if (isMatrixed(before, grid) || isMatrixed(question, grid)) {
    return isMatrixed(before, grid) && isMatrixed(question, grid);
  }
  return (
    before.section === question.section &&
    before.kind === question.kind &&
    before.scale === question.scale &&
    before.per === question.per
  );
}
