/** Simulated sheets in the shapes that `survey import` takes: one row a rating, or paper tallies. */
import type { PacketPart } from '../packets.ts';
import type { Form, Plan, Question, Scale, UnitId } from '../plan/plan.ts';
import type { SimulatedSheet } from '../simulate.ts';

export interface SimulatedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const headings = {
  serial: 'Số phiếu',
  unit: 'Đơn vị',
  group: 'Nhóm',
  form: 'Mẫu phiếu',
  void: 'Không hợp lệ',
  question: 'Câu hỏi',
  option: 'Phương án',
  count: 'Số lượng',
  blank: 'Bỏ trống',
  issued: 'Phát ra',
  returned: 'Thu về',
  valid: 'Hợp lệ',
  simulated: 'Mô phỏng',
} as const;

/** One row per sheet and rated unit; `again` says that a row was typed twice. */
export function rowsTable(
  plan: Plan,
  form: Form,
  sheets: readonly SimulatedSheet[],
  style: 'code' | 'label',
  seed: string,
  again: () => boolean,
): SimulatedTable {
  const names = unitNames(plan);
  const questions = form.questions.filter((question) => question.kind === 'scale');
  const { serial, unit, void: invalid, simulated } = headings;
  const rows = sheets.flatMap(({ sheet, voidReason, ratings }) =>
    ratings.flatMap((rating) => {
      const answers = questions.map((question) => {
        const code = rating.answers.get(question.id) ?? null;
        return code !== null && style === 'label' ? labelOf(plan, question, code) : code;
      });
      const row = [sheet.serial, names.get(rating.unit) ?? '', voidReason, ...answers, seed];
      return again() ? [row, row] : [row];
    }),
  );
  const asked = questions.map((question) => (style === 'label' ? question.text : question.id));
  return { columns: [serial, unit, invalid, ...asked, simulated], rows };
}

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
  const questions = form.questions.filter((question) => question.kind === 'scale');
  const options = optionCodes(plan, questions);
  const rows = ratedUnits(parts).flatMap((unit) => {
    const counted = countUnit(unit, parts, sheets);
    return questions.flatMap((question, position) => {
      const custody = position === 0 ? counted.custody : [null, null, null, null];
      const counts = counted.counts.get(question.id) ?? new Map<string, number>();
      const lead = [names.get(unit) ?? '', group, question.id];
      const own = scaleOf(plan, question)?.options.map((option) => option.code) ?? [];
      if (style === 'wide') {
        const cells = options.map((code) => (own.includes(code) ? (counts.get(code) ?? 0) : null));
        return [[...lead, ...cells, counts.get('') ?? 0, ...custody, seed]];
      }
      return [...own, ''].map((code, at) => [
        ...lead,
        code === '' ? headings.blank : code,
        counts.get(code) ?? 0,
        ...(at === 0 ? custody : [null, null, null, null]),
        seed,
      ]);
    });
  });
  const lead = [headings.unit, headings.group, headings.question];
  const custody = [headings.issued, headings.returned, headings.valid, headings.void];
  const middle =
    style === 'wide' ? [...options, headings.blank] : [headings.option, headings.count];
  return { columns: [...lead, ...middle, ...custody, headings.simulated], rows };
}

function countUnit(
  unit: UnitId,
  parts: readonly PacketPart[],
  sheets: readonly SimulatedSheet[],
): { counts: ReadonlyMap<string, ReadonlyMap<string, number>>; custody: readonly number[] } {
  const counts = new Map<string, Map<string, number>>();
  let returned = 0;
  let valid = 0;
  for (const { voidReason, ratings } of sheets) {
    const rating = ratings.find((one) => one.unit === unit);
    if (rating === undefined) continue;
    returned += 1;
    if (voidReason !== null || [...rating.answers.values()].every((code) => code === null))
      continue;
    valid += 1;
    for (const [question, code] of rating.answers) {
      const byOption = counts.get(question) ?? new Map<string, number>();
      byOption.set(code ?? '', (byOption.get(code ?? '') ?? 0) + 1);
      counts.set(question, byOption);
    }
  }
  const printed = parts.filter((part) => part.rates.includes(unit)).flatMap((part) => part.sheets);
  const issued = printed.filter((sheet) => sheet.kind === 'form').length;
  return { counts, custody: [issued, returned, valid, returned - valid] };
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

function labelOf(plan: Plan, question: Question, code: string): string {
  return scaleOf(plan, question)?.options.find((option) => option.code === code)?.label ?? code;
}

function scaleOf(plan: Plan, question: Question): Scale | undefined {
  return plan.scales.find((scale) => scale.id === question.scale);
}

function unitNames(plan: Plan): ReadonlyMap<UnitId, string> {
  return new Map(plan.units.map((unit) => [unit.id, unit.name]));
}
