/**
 * Returns as they might come back, from a seed: to rehearse a survey before fieldwork, and for tests.
 * Some sheets stay out, some are void, some questions are left blank, a few rows are typed twice;
 * every unit has its own level of satisfaction. Each file says in a column of its own that it is a rehearsal.
 * Binary floats are fine here: these are draws, not results.
 */
import type { Packet, PacketPart, Sheet } from './packets.ts';
import { borrowedFrom } from './plan/borrowed.ts';
import type { Criterion, Form, Group, Plan, Question, UnitId } from './plan/plan.ts';
import { borrowedParts } from './simulate/borrowed.ts';
import { type Journey, journeyColumns, journeysOf } from './simulate/journey.ts';
import { simulatedPoints } from './simulate/points.ts';
import {
  answer,
  choices,
  figure,
  type Leanings,
  leanings,
  missingAnswer,
} from './simulate/respondent.ts';
import { rowsTable, type SimulatedTable } from './simulate/tables.ts';
import { tallyTable } from './simulate/tally-table.ts';
import { type Random, randomStream } from './stats/random.ts';

export type Shape = 'rows-csv' | 'rows-xlsx' | 'tally-wide-xlsx' | 'tally-long-csv';

/** Every shape that `import` takes; groups use them in turn, so that a rehearsal walks every road. */
export const shapes: readonly Shape[] = [
  'rows-csv',
  'rows-xlsx',
  'tally-wide-xlsx',
  'tally-long-csv',
];

/** One returned sheet: what it says about each unit it rates. */
export interface SimulatedSheet {
  readonly sheet: Sheet;
  readonly part: PacketPart;
  readonly voidReason: string | null;
  readonly journey: Journey;
  readonly ratings: readonly {
    readonly unit: UnitId;
    /** By question, as they are stored (`Rating.answers`); null is blank. */
    readonly answers: ReadonlyMap<string, string | null>;
  }[];
}

export interface SimulatedFile {
  /** Without extension; ASCII. */
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  readonly table: SimulatedTable;
}

export interface Simulated {
  readonly incoming: readonly SimulatedFile[];
  readonly points: SimulatedTable | null;
}

/** Chances by which a rehearsal goes wrong in the ways real ones do. */
export const chances = { reply: 0.93, void: 0.012, blank: 0.015, twice: 0.004 } as const;

export function simulate(plan: Plan, packets: readonly Packet[], seed: string): Simulated {
  const units = leanings(plan, seed);
  const incoming = plan.groups.flatMap((group, position): readonly SimulatedFile[] => {
    const form = plan.forms.find((one) => one.id === group.form);
    const isBorrowed = borrowedFrom(group) !== null;
    const parts = isBorrowed ? borrowedParts(plan, group) : partsOf(packets, group);
    if (form === undefined || parts.length === 0) return [];
    const sheets = parts.flatMap((part) => returnedSheets(plan, form, part, units, seed));
    // Another survey hands over counts.
    const shape = isBorrowed ? 'tally-wide-xlsx' : (shapes[position % shapes.length] ?? 'rows-csv');
    const twice = randomStream(seed, 'twice', group.id);
    const table = shape.startsWith('rows')
      ? rowsTable(
          plan,
          form,
          sheets,
          journeyColumns(plan, group),
          shape === 'rows-xlsx' ? 'label' : 'code',
          seed,
          () => twice() < chances.twice,
        )
      : tallyTable(plan, form, parts, sheets, shape === 'tally-wide-xlsx' ? 'wide' : 'long', seed);
    const format = shape.endsWith('xlsx') ? 'xlsx' : 'csv';
    return [{ name: `${String(position + 1).padStart(2, '0')}-${group.id}`, format, table }];
  });
  return { incoming, points: simulatedPoints(plan, appraisedLeaves(plan), units, seed) };
}

function partsOf(packets: readonly Packet[], { id }: Group): readonly PacketPart[] {
  return packets.flatMap(({ parts }) => parts.filter(({ group }) => group === id));
}

function returnedSheets(
  plan: Plan,
  form: Form,
  part: PacketPart,
  units: Leanings,
  seed: string,
): readonly SimulatedSheet[] {
  const questions = form.questions.filter((question) => question.kind !== 'open');
  const [clerksReason = 'Không có dấu'] = plan.returns.reasons ?? [];
  const forms = part.sheets.filter((sheet) => sheet.kind === 'form');
  const journeys = journeysOf(plan, forms.length, seed);
  return forms.flatMap((sheet, position) => {
    const random = randomStream(seed, 'sheet', sheet.serial);
    if (random() >= chances.reply) return [];
    const voidReason = random() < chances.void ? clerksReason : null;
    const mood = (random() - 0.5) * 0.3;
    const once = answersTo(
      plan,
      questions.filter((one) => one.per === 'sheet'),
      0,
      null,
      units,
      random,
    );
    const ratings = part.rates.map((unit) => {
      const rated = questions.filter((one) => one.per === 'rating');
      return {
        unit,
        answers: new Map([...once, ...answersTo(plan, rated, mood, unit, units, random)]),
      };
    });
    return [{ sheet, part, voidReason, journey: journeys(sheet.serial, position), ratings }];
  });
}

function answersTo(
  plan: Plan,
  questions: readonly Question[],
  mood: number,
  unit: UnitId | null,
  units: Leanings,
  random: Random,
): ReadonlyMap<string, string | null> {
  return new Map(
    questions.map((question) => {
      const blank = random() < chances.blank;
      if (blank) return [question.id, missingAnswer(plan, question, random)];
      const level = unit === null ? 0.5 : units.level(unit, question.id) + mood;
      return [question.id, givenAnswer(plan, question, level, random)];
    }),
  );
}

function givenAnswer(
  { scales }: Plan,
  question: Question,
  level: number,
  random: Random,
): string | null {
  if (question.range !== null) return figure(question.range, random);
  const scale = scales.find(({ id }) => id === question.scale);
  if (scale === undefined) return null;
  return question.kind === 'multiple'
    ? choices(scale, question, random)
    : answer(scale, level, random);
}

function appraisedLeaves(plan: Plan): readonly Criterion[] {
  const walk = (criterion: Criterion): readonly Criterion[] =>
    criterion.source?.kind === 'appraised' ? [criterion] : criterion.children.flatMap(walk);
  return plan.index?.criteria.flatMap(walk) ?? [];
}
