/** Minutes of a back-check (biên bản phúc tra): the figures filled in, the outcome of each unit, room for signatures. In Vietnamese. */
import type { Block, OfficialDocument, Table } from '../page/document.ts';
import { dayText, officialHead, openDay, simulatedMark } from '../page/official.ts';
import { column, type PageRow } from '../page.ts';
import type { BackCheckRules, Plan } from '../plan/plan.ts';
import { type Exact, roundExact } from '../stats/exact.ts';
import type { BackCheck, Decision } from './back-check.ts';
import { siteName } from './back-check-pages.ts';
import { decisionWords } from './back-check-words.ts';
import type { Rate } from './entry.ts';
import { percentText } from './pages.ts';
import { type SelectionRecord, selectedSerials } from './selection.ts';

const dots = '……………………………………';

/** `selection`: how the sheets came to be asked again; null: it is not recorded. */
export function backCheckMinutes(
  plan: Plan,
  found: BackCheck,
  selection: SelectionRecord | null,
  rehearsal: boolean,
): OfficialDocument {
  const { document, fieldwork } = plan;
  const issuer = document.issuer ?? document.parent ?? dots;
  const parent = document.issuer === null ? null : document.parent;
  // Minutes are dated by hand, on the day they are signed.
  const head = officialHead({ ...document, issuer, parent }, openDay, 'vi');
  const state = head?.right ?? [];
  return {
    file: {
      title: `Biên bản phúc tra – ${plan.title}`,
      author: document.issuer ?? document.parent ?? '',
      created: document.date ?? fieldwork.closes ?? fieldwork.opens ?? '2000-01-01',
    },
    mark: rehearsal ? simulatedMark.vi : null,
    head: {
      agency: head?.left ?? [],
      state: state.slice(0, -1),
      number: 'Số: ……/BB',
      date: state.at(-1)?.text ?? '',
    },
    kind: 'BIÊN BẢN',
    abstract: `Phúc tra phiếu khảo sát\n${plan.title}`,
    body: [...opening(), ...method(plan, found, selection), ...outcome(plan, found)],
    closing:
      'Biên bản này được lập thành …… bản có giá trị như nhau, đã đọc lại cho các bên cùng nghe và ký xác nhận./.',
    recipients: ['- Như thành phần;', `- ${issuer};`, '- Lưu: hồ sơ khảo sát.'],
    signer: { titles: ['TỔ TRƯỞNG TỔ PHÚC TRA'], note: '(Ký, ghi rõ họ tên)', name: dots },
    annexes: [],
  };
}

function opening(): readonly Block[] {
  return [
    paragraph(`Hôm nay, ${dayText(openDay, 'vi')}, tại ${dots}, Tổ phúc tra gồm:`),
    item(`Ông (bà) ${dots}, Tổ trưởng;`),
    item(`Ông (bà) ${dots}, thành viên;`),
    item('Đại diện các đơn vị có tên trong bảng dưới đây.'),
  ];
}

function method(
  { checks: { backCheck } }: Plan,
  found: BackCheck,
  selection: SelectionRecord | null,
): readonly Block[] {
  const limit = `Đơn vị đạt khi tỷ lệ sai khác không quá ${percent(backCheck.limit)} %; cao hơn phải làm lại${backCheck.voidAbove === null ? '' : `, quá ${percent(backCheck.voidAbove)} % thì hủy phiếu`}.`;
  return [
    { kind: 'section', no: 'I.', text: 'CÁCH PHÚC TRA' },
    ...drawn(selection).map(paragraph),
    paragraph(limit),
    ...(Object.keys(backCheck.types).length === 0
      ? []
      : [
          paragraph(
            'Chỉ tính các câu không thể đổi hoặc dễ nhầm (loại 1 và 2); câu hỏi ý kiến (loại 3) để tham khảo.',
          ),
        ]),
    { kind: 'section', no: 'II.', text: 'KẾT QUẢ' },
    ...asked(backCheck, found, selection).map(paragraph),
  ];
}

/** How the sheets came to be asked again, every time that they were drawn anew included. */
function drawn(selection: SelectionRecord | null): readonly string[] {
  if (selection === null) return ['Phiếu phúc tra không có biên bản chọn ngẫu nhiên.'];
  const { population, selection_id: id, seed, redraws } = selection;
  const again = redraws.map(
    ({ why, by, at }, no) => `lần ${no + 1}: ${dateOf(at)}, ${by}, lý do: ${why}`,
  );
  return [
    `Danh sách phúc tra được chọn ngẫu nhiên từ ${count(population.sheets)} phiếu đã thu (mã lần chọn ${id}, hạt giống ${seed}), gồm ${count(selectedSerials(selection).size)} phiếu.`,
    ...(again.length === 0
      ? []
      : [
          `Danh sách đã được chọn lại ${count(again.length)} lần (${again.join('; ')}); danh sách trên là lần chọn sau cùng.`,
        ]),
  ];
}

/** What was asked of what was selected; the answers that decide, and all that were compared. */
function asked(
  { types }: BackCheckRules,
  { whole, deciding, sheets, voids, strangers }: BackCheck,
  selection: SelectionRecord | null,
): readonly string[] {
  const of =
    selection === null ? '' : `/${count(selectedSerials(selection).size)} phiếu trong danh sách`;
  const void_ = voids === 0 ? '' : `, ${count(voids)} phiếu không hợp lệ nên không so sánh`;
  const share = ({ compared, differing, percent: value }: Rate): string =>
    `${count(differing)}/${count(compared)} câu trả lời sai khác${value === null ? '' : ` (${percent(value)} %)`}`;
  const isTyped = Object.keys(types).length > 0;
  const same =
    whole.agreement === null ? '' : `, trùng khớp hoàn toàn ${percent(whole.agreement)} %`;
  const figures = isTyped
    ? `Câu quyết định (loại 1 và 2): ${share(deciding)}; kết luận theo tỷ lệ này. Tất cả các câu, để tham khảo: ${share(whole.errors)}${same}.`
    : `So sánh: ${share(whole.errors)}${same}.`;
  const others = strangers.map(({ sheet }) => sheet);
  return [
    `Đã phúc tra và so sánh ${count(sheets)}${of === '' ? ' phiếu' : of}${void_}.`,
    ...(others.length === 0
      ? []
      : [
          `Ngoài ra có ${count(others.length)} phiếu được hỏi lại nhưng không nằm trong danh sách đã chọn, không tính vào kết quả và kết luận: ${some(others)}.`,
        ]),
    `${sheets === 0 ? '' : `${figures} `}Kết quả từng đơn vị${isTyped ? ' (theo câu quyết định)' : ''}:`,
  ];
}

const mostNamed = 10;

function some(sheets: readonly string[]): string {
  const named = sheets.slice(0, mostNamed).join(', ');
  return sheets.length > mostNamed ? `${named} …` : named;
}

/** `2026-11-21T09:00:00Z`, in Vietnam, as 21/11/2026. */
function dateOf(at: string): string {
  const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
  return local.slice(0, 10).split('-').reverse().join('/');
}

function outcome(plan: Plan, { sites }: BackCheck): readonly Block[] {
  const rows = sites.map((one, at): PageRow => {
    const { compared, differing, percent: share } = one.deciding;
    const cells = [
      at + 1,
      siteName(plan, one.key),
      one.sheets,
      compared,
      differing,
      percentText(share),
      decisionWords.vi[one.decision],
      null,
    ];
    return { style: 'row', cells };
  });
  const table: Table = {
    columns: [
      column('no', 'STT', 'count', 6),
      column('site', 'Đơn vị', 'text', 24),
      column('sheets', 'Số phiếu', 'count', 9),
      column('compared', 'Số câu so sánh', 'count', 10),
      column('differing', 'Sai khác', 'count', 9),
      column('percent', 'Tỷ lệ %', 'number', 9, { decimals: 1 }),
      column('decision', 'Kết luận', 'text', 12),
      column('signature', 'Đại diện đơn vị (ký)', 'text', 14),
    ],
    rows,
  };
  const names = (wanted: Decision): readonly string[] =>
    sites.filter(({ decision }) => decision === wanted).map(({ key }) => siteName(plan, key));
  const lines = (['accepted', 'redo', 'void', 'undecided', 'pending'] as const).flatMap(
    (decision) => {
      const some = names(decision);
      return some.length === 0 ? [] : [item(`${conclusion[decision]}: ${some.join(', ')}.`)];
    },
  );
  return [
    { kind: 'table', table },
    { kind: 'section', no: 'III.', text: 'KẾT LUẬN' },
    ...lines,
    paragraph(`Ý kiến khác: ${dots}`),
  ];
}

const conclusion: Readonly<Record<Decision, string>> = {
  accepted: 'Chấp nhận kết quả khảo sát của',
  redo: 'Đề nghị khảo sát lại tại',
  void: 'Đề nghị hủy phiếu của',
  undecided:
    'Không kết luận được (đã phúc tra nhưng không có câu quyết định nào trả lời cả hai lần, hoặc phiếu không hợp lệ)',
  pending: 'Chưa phúc tra được tại',
};

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function item(text: string): Block {
  return { kind: 'item', no: '-', text };
}

function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

function percent(value: Exact): string {
  return roundExact(value, 1, 'half-up').replace(/\.0$/, '').replace('.', ',');
}
