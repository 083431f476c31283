/** Simulated sheets as `survey import` takes them, one row a rating. */
import type { Form, Plan, Question, Scale, UnitId } from '../plan/plan.ts';
import type { SimulatedSheet } from '../simulate.ts';
import { type MissingKind, missingOf } from '../stats/missing.ts';
import type { JourneyColumn } from './journey.ts';

export interface SimulatedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const headings = {
  serial: 'Số phiếu',
  unit: 'Đơn vị',
  group: 'Nhóm',
  form: 'Mẫu phiếu',
  void: 'Không hợp lệ',
  question: 'Câu hỏi',
  option: 'Phương án',
  count: 'Số lượng',
  blank: 'Bỏ trống',
  'two-marks': 'Đánh hai ô',
  'dont-know': 'Không biết',
  'not-asked': 'Không hỏi',
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
  journeys: readonly JourneyColumn[],
  style: 'code' | 'label',
  seed: string,
  again: () => boolean,
): SimulatedTable {
  const names = unitNames(plan);
  const questions = form.questions.filter((question) => question.kind !== 'open');
  const { serial, unit, void: invalid, simulated } = headings;
  const rows = sheets.flatMap(({ sheet, voidReason, journey, ratings }) =>
    ratings.flatMap((rating) => {
      const answers = questions.map((question) => {
        const answer = rating.answers.get(question.id) ?? null;
        return answer === null ? null : cellOf(plan, question, answer, style);
      });
      const lead = [sheet.serial, names.get(rating.unit) ?? '', voidReason];
      const row = [...lead, ...journeys.map(({ of }) => of(journey)), ...answers, seed];
      return again() ? [row, row] : [row];
    }),
  );
  const asked = questions.map((question) => (style === 'label' ? question.text : question.id));
  const own = journeys.map(({ heading }) => heading);
  return { columns: [serial, unit, invalid, ...own, ...asked, simulated], rows };
}

/** What a clerk types for a stored answer. */
function cellOf(plan: Plan, question: Question, answer: string, style: 'code' | 'label'): string {
  const missing = missingOf(answer);
  if (missing !== null) return missingCell(plan, question, missing);
  if (question.kind === 'number') return figureCell(answer);
  if (style === 'code') return answer;
  const labels = answer.split(' ').map((code) => labelOf(plan, question, code));
  // Labels with such marks in them could be cut in several ways.
  return labels.length > 1 && labels.some((label) => /[,;/+&|\n]/.test(label))
    ? answer
    : labels.join('; ');
}

/** The plan's code; two marks without a code are typed as two options. */
function missingCell(plan: Plan, question: Question, missing: MissingKind): string {
  const [code] = plan.returns.codes[missing];
  if (code !== undefined || missing !== 'two-marks') return code ?? '';
  const [first, second] = scaleOf(plan, question)?.options ?? [];
  return `${first?.code ?? ''},${second?.code ?? ''}`;
}

/** With a decimal comma; a third decimal gets a zero after it, for `1,234` could also be a thousand. */
function figureCell(answer: string): string {
  const [whole = '', decimals] = answer.split('.');
  if (decimals === undefined) return whole;
  return `${whole},${decimals.length === 3 ? `${decimals}0` : decimals}`;
}

function labelOf(plan: Plan, question: Question, code: string): string {
  return scaleOf(plan, question)?.options.find((option) => option.code === code)?.label ?? code;
}

export function scaleOf(plan: Plan, question: Question): Scale | undefined {
  return plan.scales.find((scale) => scale.id === question.scale);
}

export function unitNames(plan: Plan): ReadonlyMap<UnitId, string> {
  return new Map(plan.units.map((unit) => [unit.id, unit.name]));
}
