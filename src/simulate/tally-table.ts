/** Simulated sheets counted on paper: option counts per unit and question, and where the sheets went. */
import type { PacketPart } from '../packets.ts';
import type { Form, Plan, Question, UnitId } from '../plan/plan.ts';
import { missingSaid } from '../plan/returns-rules.ts';
import { voidBy } from '../returns/void.ts';
import type { SimulatedSheet } from '../simulate.ts';
import { type MissingKind, missingOf } from '../stats/missing.ts';
import { headings, type SimulatedTable, scaleOf, unitNames } from './tables.ts';

/** Option counts per unit and question; the custody figures stand on the unit's first row only. */
export function tallyTable(
  plan: Plan,
  form: Form,
  parts: readonly PacketPart[],
  sheets: readonly SimulatedSheet[],
  style: 'wide' | 'long',
  seed: string,
): SimulatedTable {
  const names = unitNames(plan);
  const group = parts[0]?.group ?? '';
  const closed = form.questions.filter(({ kind }) => kind !== 'open');
  const questions = closed.filter(({ kind }) => kind !== 'number');
  const options = optionCodes(plan, questions);
  const missing = missingSaid(plan.returns);
  const isValid = validity(plan, closed);
  const rows = ratedUnits(parts).flatMap((unit) => {
    const counted = countUnit(unit, parts, sheets, isValid);
    return questions.flatMap((question, position) => {
      const custody = position === 0 ? counted.custody : [null, null, null, null];
      const counts = counted.counts.get(question.id) ?? new Map<string, number>();
      const lead = [names.get(unit) ?? '', group, question.id];
      const own = scaleOf(plan, question)?.options.map((option) => option.code) ?? [];
      if (style === 'wide') {
        const cells = options.map((code) => (own.includes(code) ? (counts.get(code) ?? 0) : null));
        const none = missing.map((why) => counts.get(missingKey(why)) ?? 0);
        return [[...lead, ...cells, ...none, ...custody, seed]];
      }
      const lines = [
        ...own.map((code) => ({ name: code, key: code })),
        ...missing.map((why) => ({ name: headings[why], key: missingKey(why) })),
      ];
      return lines.map(({ name, key }, at) => [
        ...lead,
        name,
        counts.get(key) ?? 0,
        ...(at === 0 ? custody : [null, null, null, null]),
        seed,
      ]);
    });
  });
  const lead = [headings.unit, headings.group, headings.question];
  const custody = [headings.issued, headings.returned, headings.valid, headings.void];
  const middle =
    style === 'wide'
      ? [...options, ...missing.map((why) => headings[why])]
      : [headings.option, headings.count];
  return { columns: [...lead, ...middle, ...custody, headings.simulated], rows };
}

/** No option code has brackets. */
function missingKey(why: MissingKind): string {
  return `(${why})`;
}

type SimulatedRating = SimulatedSheet['ratings'][number];

/** Whether a rating counts by the rules of the plan, as import would judge its row. */
function validity(
  { returns }: Plan,
  questions: readonly Question[],
): (rating: SimulatedRating) => boolean {
  const test = voidBy(returns, questions);
  return ({ answers }) => test(questions.map(({ id }) => answers.get(id) ?? null)) === null;
}

function countUnit(
  unit: UnitId,
  parts: readonly PacketPart[],
  sheets: readonly SimulatedSheet[],
  isValid: (rating: SimulatedRating) => boolean,
): { counts: ReadonlyMap<string, ReadonlyMap<string, number>>; custody: readonly number[] } {
  const counts = new Map<string, Map<string, number>>();
  let returned = 0;
  let valid = 0;
  for (const { voidReason, ratings } of sheets) {
    const rating = ratings.find((one) => one.unit === unit);
    if (rating === undefined) continue;
    returned += 1;
    if (voidReason !== null || !isValid(rating)) continue;
    valid += 1;
    for (const [question, answer] of rating.answers) {
      const byOption = counts.get(question) ?? new Map<string, number>();
      for (const key of countedAs(answer)) byOption.set(key, (byOption.get(key) ?? 0) + 1);
      counts.set(question, byOption);
    }
  }
  const printed = parts.filter((part) => part.rates.includes(unit)).flatMap((part) => part.sheets);
  const issued = printed.filter((sheet) => sheet.kind === 'form').length;
  return { counts, custody: [issued, returned, valid, returned - valid] };
}

/** Every option of a multiple choice; the reason where there is no answer. */
function countedAs(answer: string | null): readonly string[] {
  const missing = missingOf(answer);
  return missing === null ? (answer ?? '').split(' ') : [missingKey(missing)];
}

function ratedUnits(parts: readonly PacketPart[]): readonly UnitId[] {
  return [...new Set(parts.flatMap((part) => part.rates))];
}

function optionCodes(plan: Plan, questions: readonly Question[]): readonly string[] {
  const codes = questions.flatMap(
    (question) => scaleOf(plan, question)?.options.map((option) => option.code) ?? [],
  );
  return [...new Set(codes)];
}
