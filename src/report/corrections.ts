/** Every correction of an accepted form, so that the council sees what was changed, by whom and why. */
import { column, type PageRow } from '../page.ts';
import type { QuestionId, Scale } from '../plan/plan.ts';
import type { ListedCorrection } from '../returns/listed-corrections.ts';
import type { HiddenAnswers } from '../scores/score.ts';
import type { Tallies } from '../tallies.ts';
import { answeredOf } from './pooled.ts';
import type { Provenance } from './provenance.ts';
import { printOf, type ReportPage, type Setting, textColumn, titleLines } from './sheet.ts';

/**
 * Without the values that tell what one person answered: in groups of few answers, where answers are hidden to protect these,
 * and to questions about the respondent. The store keeps them all.
 */
export function withheldCorrections(
  { plan, index }: Setting,
  tallies: Pick<Tallies, 'cells'>,
  hidden: readonly HiddenAnswers[],
  corrections: readonly ListedCorrection[],
): readonly ListedCorrection[] {
  const few = tallies.cells.filter((cell) => answeredOf(cell) < index.hideBelow);
  const cells = new Set([...few, ...hidden].map(({ unit, question }) => `${unit}\n${question}`));
  const questions = plan.forms.flatMap((form) => form.questions);
  const ofPerson = new Set(questions.filter(({ per }) => per === 'sheet').map(({ id }) => id));
  return corrections.map((one) => {
    const { question, units } = one;
    if (question === null) return one;
    const isHidden = units.some((unit) => cells.has(`${unit}\n${question}`));
    if (!isHidden && !ofPerson.has(question)) return one;
    return { ...one, sheet: '', old: null, next: null, withheld: true };
  });
}

/** Null: nothing was corrected. */
export function correctionsPage(
  setting: Setting,
  { corrections }: Pick<Provenance, 'corrections'>,
): ReportPage | null {
  if (corrections.length === 0) return null;
  const words = correctionWords[setting.lang];
  const units = new Map(setting.plan.units.map(({ id, name }) => [id, name]));
  const rows = corrections.map((one): PageRow => {
    const { sheet, question, old, next, why, by, at, batch } = one;
    const names = one.units.map((id) => units.get(id) ?? id).join('; ');
    const value = (text: string | null): string => shown(setting, question, text, words);
    const about = [sheet, names, question ?? words.validity];
    if (one.withheld === true) {
      return {
        style: 'row',
        cells: [
          ...[words.withheld, ...about.slice(1), words.withheld, words.withheld],
          ...[why, by, dayOf(at), batch],
        ],
      };
    }
    const now = old === next ? words.confirmed : value(next);
    return { style: 'row', cells: [...about, value(old), now, why, by, dayOf(at), batch] };
  });
  return {
    file: 'corrections',
    name: words.name,
    title: titleLines(setting, words.title),
    columns: [
      textColumn('sheet', words.sheet, 18),
      textColumn('unit', words.unit, 28),
      textColumn('question', words.question, 12),
      textColumn('old', words.old, 18),
      textColumn('new', words.next, 18),
      textColumn('why', words.why, 36),
      textColumn('by', words.by, 14),
      column('at', words.at, 'date', 12),
      textColumn('batch', words.batch, 22),
    ],
    rows,
    notes: [
      words.note,
      ...(corrections.some(({ withheld }) => withheld) ? [words.withheldNote] : []),
    ],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

/** The day in Vietnam. */
function dayOf(at: string | null): string | null {
  const time = Date.parse(at ?? '');
  if (Number.isNaN(time)) return null;
  return new Date(time + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** An answer with its code and label, so that nobody has to look it up. */
function shown(
  { plan }: Setting,
  id: QuestionId | null,
  text: string | null,
  words: CorrectionWords,
): string {
  if (text === null) return id === null ? words.valid : words.blank;
  if (id === null) return words.void(text);
  const question = plan.forms.flatMap(({ questions }) => questions).find((one) => one.id === id);
  const scale = plan.scales.find((one) => one.id === question?.scale);
  const options = question?.kind === 'multiple' ? text.split(' ') : [text];
  return options.map((code) => optionLabel(scale ?? null, code)).join('; ');
}

function optionLabel(scale: Scale | null, code: string): string {
  const option = scale?.options.find((one) => one.code === code);
  return option === undefined ? code : `${code} – ${option.label}`;
}

const vi = {
  name: 'Đính chính',
  title: 'ĐÍNH CHÍNH PHIẾU ĐÃ NHẬP',
  sheet: 'Số phiếu',
  unit: 'Đơn vị được đánh giá',
  question: 'Câu',
  validity: 'Hiệu lực phiếu',
  old: 'Giá trị cũ',
  next: 'Giá trị mới',
  why: 'Lý do',
  by: 'Người sửa',
  at: 'Ngày nhập',
  batch: 'Lần nhập',
  confirmed: '(đã xác nhận, không đổi)',
  withheld: '(không nêu)',
  blank: '(trống)',
  valid: 'hợp lệ',
  void: (reason: string) => `không hợp lệ: ${reason}`,
  note: 'Kết quả trong báo cáo tính theo giá trị mới. Phiếu gốc và giá trị cũ được giữ nguyên trong thư mục returns/.',
  withheldNote:
    'Không nêu số phiếu và giá trị của nhóm có ít người trả lời và của câu hỏi về bản thân người trả lời, để không lộ ý kiến cá nhân.',
};

type CorrectionWords = typeof vi;

const en: CorrectionWords = {
  name: 'Corrections',
  title: 'CORRECTIONS OF ACCEPTED FORMS',
  sheet: 'Serial',
  unit: 'Unit rated',
  question: 'Question',
  validity: 'Whether it counts',
  old: 'Old value',
  next: 'New value',
  why: 'Why',
  by: 'By',
  at: 'Imported on',
  batch: 'Import',
  confirmed: '(confirmed, unchanged)',
  withheld: '(not shown)',
  blank: '(blank)',
  valid: 'valid',
  void: (reason) => `void: ${reason}`,
  note: 'The figures of this report are computed from the new values. The original forms and old values are kept in returns/.',
  withheldNote:
    'Serials and values of groups of few respondents, and of questions about the respondent, are not shown, to protect the respondents.',
};

const correctionWords = { vi, en } as const;
