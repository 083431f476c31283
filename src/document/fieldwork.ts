/** How and when forms are filled in, as a section of the document. */
import { dated } from '../page/dates.ts';
import type { Mode, Plan, Window } from '../plan/plan.ts';
import { item, type Line, paragraph, type Section } from './blocks.ts';
import { period, sentence, timed } from './words.ts';

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
  const asked = groups.filter(({ quota }) => quota.rule !== 'from');
  const used = fieldwork.modes.filter((mode) => asked.some((group) => group.mode === mode));
  const stated = used.length === 0 ? fieldwork.modes : used;
  const { address } = fieldwork;
  const online = stated.find((mode) => mode === 'online') ?? stated.find((mode) => mode === 'qr');
  const named = stated.map((mode) =>
    mode === online && address !== null ? `${modes[mode]} tại địa chỉ ${address}` : modes[mode],
  );
  const lead = named.length < 2 ? 'bằng hình thức' : 'bằng các hình thức:';
  const alone =
    address === null || online !== undefined ? [] : [paragraph(`Địa chỉ trực tuyến: ${address}.`)];
  return [
    ...(named.length === 0 ? [] : [paragraph(`Khảo sát ${lead} ${named.join('; ')}.`)]),
    ...alone,
    ...(used.length < 2
      ? []
      : asked.map(({ name, mode }) => item(sentence(`${name}: ${modes[mode]}`)))),
  ];
}

function timeLines({ fieldwork }: Plan, sends: string | null): readonly Line[] {
  const { opens, closes, windows } = fieldwork;
  const closing = `Thời gian trả lời phiếu khảo sát: chậm nhất ngày ${dated(closes ?? '')}.`;
  const rest = [
    ...windows.map((window) => ({ day: window.from, text: windowWords(window) })),
    ...(closes === null ? [] : [{ day: closes, text: closing }]),
  ].toSorted((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
  return [
    ...(opens === null ? [] : [item(`Thời gian bắt đầu khảo sát: ngày ${dated(opens)}.`)]),
    ...rest.map(({ text }) => item(text)),
    ...(sends === null ? [] : [item(`Thời gian gửi phiếu khảo sát: theo ${sends}.`)]),
  ];
}

function windowWords({ name, from, to, daily }: Window): string {
  const hours = daily === null ? '' : `, từ ${timed(daily.from)} đến ${timed(daily.to)} hằng ngày`;
  return sentence(`${name}: ${period(from, to)}${hours}`);
}
