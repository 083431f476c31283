/** What each check goes by, in words, with the thresholds of the plan. */
import type { Lang } from '../findings/finding.ts';
import type { Checks } from '../plan/plan.ts';
import { type Exact, roundExact } from '../stats/exact.ts';
import { fewestShown } from '../stats/small-cells.ts';
import type { CheckName } from './concern.ts';

type Notes = Readonly<Record<CheckName, readonly string[]>>;

export function ruleNotes(name: CheckName, checks: Checks, lang: Lang): readonly string[] {
  return (lang === 'vi' ? vietnamese(checks) : english(checks))[name];
}

function vietnamese(checks: Checks): Notes {
  const { identical, burst, night, straightLining, collectors, missing } = checks;
  const percent = (value: Exact): string => shortest(value).replace('.', ',');
  return {
    custody: [`Phiếu không hợp lệ quá ${percent(checks.void)} % thì nêu.`],
    repeats: [
      `Giống hệt nhau: từ ${identical.forms} phiếu của một người hoặc một nơi, cùng trả lời mọi câu hỏi đóng về đơn vị, mỗi phiếu trả lời từ ${identical.questions} câu; phiếu đánh một kiểu xét riêng.`,
      'Cần xem lại khi nhiều hơn mức ngẫu nhiên, nếu phiếu của cả nhóm được chia ngẫu nhiên về các nơi (kiểm định Fisher một phía, đã hiệu chỉnh số lần so sánh).',
    ],
    times: [
      `Dồn dập: từ ${burst.replies} phiếu trong ${burst.minutes} phút. Ban đêm: ${night.from}–${night.to}.`,
    ],
    'straight-lining': [
      `Chỉ xét phiếu trả lời từ ${straightLining.questions} câu cùng thang đo; so với phần còn lại của nhóm (kiểm định Fisher một phía, đã hiệu chỉnh).`,
    ],
    collectors: [
      `So với các điều tra viên khác cùng nhóm, người khác nhất xét trước rồi để riêng; chỉ xét từ ${collectors.forms} phiếu; lệch từ ${percent(collectors.level)} điểm hoặc ${percent(collectors.blanks)} điểm phần trăm và vượt sai số (Welch, xác suất nêu nhầm chung ${percent(collectors.chance)} %).`,
    ],
    missing: [
      `Bỏ trống hoặc đánh hai ô quá ${percent(missing)} %; chỉ xét từ ${fewestShown} phiếu.`,
    ],
  };
}

function english(checks: Checks): Notes {
  const { identical, burst, night, straightLining, collectors, missing } = checks;
  const percent = shortest;
  return {
    custody: [`Void forms are told above ${percent(checks.void)} %.`],
    repeats: [
      `Identical: from ${identical.forms} forms in one hand on, the same answers to all closed questions about the unit, each with ${identical.questions} or more of them answered; straight-lined forms are told apart.`,
      'To look into: more than chance, had the forms of the group been dealt out by lot (one-sided Fisher test, corrected for the number of comparisons).',
    ],
    times: [
      `Burst: ${burst.replies} replies or more within ${burst.minutes} minutes. Night: ${night.from}–${night.to}.`,
    ],
    'straight-lining': [
      `Only forms with ${straightLining.questions} or more answers on one scale; against the rest of the group (one-sided Fisher test, corrected).`,
    ],
    collectors: [
      `Against the other collectors of the group, the oddest first and then set aside; from ${collectors.forms} forms on; by ${percent(collectors.level)} points, or ${percent(collectors.blanks)} percentage points, and beyond chance (Welch; chance of any false remark ${percent(collectors.chance)} %).`,
    ],
    missing: [`Blank or two marks above ${percent(missing)} %; from ${fewestShown} forms on.`],
  };
}

function shortest(value: Exact): string {
  return roundExact(value, 1, 'half-up').replace(/\.0$/, '');
}
