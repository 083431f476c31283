/** How and when forms are filled in, as a section of the document. */
import type { Mode, Plan, Window } from '../plan/plan.ts';
import { item, type Line, paragraph, type Section } from './blocks.ts';
import { dated, listed, period, sentence, timed } from './words.ts';

const modes: Readonly<Record<Mode, string>> = {
  paper: 'phát và thu phiếu giấy',
  online: 'trả lời trực tuyến',
  qr: 'quét mã QR',
  interview: 'phỏng vấn trực tiếp',
  post: 'gửi phiếu qua bưu điện',
};

/** `sends`: the annex that shows when each unit gets its forms; null: none does. */
export function fieldworkSection(plan: Plan, sends: string | null): Section {
  return {
    title: 'Hình thức và thời gian khảo sát',
    clauses: [
      { title: 'Hình thức khảo sát', lines: modeLines(plan) },
      { title: 'Thời gian khảo sát', lines: timeLines(plan, sends) },
    ],
  };
}

function modeLines({ fieldwork, groups }: Plan): readonly Line[] {
  const used = fieldwork.modes.filter((mode) => groups.some((group) => group.mode === mode));
  const named = (used.length === 0 ? fieldwork.modes : used).map((mode) => modes[mode]);
  const { address } = fieldwork;
  const at = address === null ? '' : ` tại địa chỉ ${address}`;
  // The address ends the sentence without a full stop, so that it can be copied as it stands.
  const text = `Khảo sát bằng hình thức ${listed(named)}${at}`;
  return [
    paragraph(address === null ? sentence(text) : text),
    ...(used.length < 2
      ? []
      : groups.map(({ name, mode }) => item(sentence(`${name}: ${modes[mode]}`)))),
  ];
}

function timeLines({ fieldwork }: Plan, sends: string | null): readonly Line[] {
  const { opens, closes, windows } = fieldwork;
  return [
    ...(opens === null ? [] : [item(`Thời gian bắt đầu khảo sát: ngày ${dated(opens)}.`)]),
    ...windows.map((window) => item(windowWords(window))),
    ...(closes === null
      ? []
      : [item(`Thời gian trả lời phiếu khảo sát: chậm nhất ngày ${dated(closes)}.`)]),
    ...(sends === null ? [] : [item(`Thời gian gửi phiếu khảo sát: theo ${sends}.`)]),
  ];
}

function windowWords({ name, from, to, daily }: Window): string {
  const hours = daily === null ? '' : `, từ ${timed(daily.from)} đến ${timed(daily.to)} hằng ngày`;
  return sentence(`${name}: ${period(from, to)}${hours}`);
}
