/** A plan for packet tests, built in memory: several groups, an own-unit form, a grid, spares. */
import type { Where } from '../src/findings/finding.ts';
import type { Form, Group, Plan, Question, Unit } from '../src/plan/plan.ts';
import type { PlanWhere } from '../src/plan/where.ts';
import type { QuotaRow, Quotas, QuotaTarget } from '../src/quotas/quota.ts';
import { exact } from '../src/stats/exact.ts';
import { emptyDocument, emptyPlan, plainGroup, plainRow } from './plan-literals.ts';

const at = (): Where => ({ kind: 'file', file: 'plan.yaml' });

export const nowhere: PlanWhere = {
  file: at,
  document: at,
  unit: at,
  place: at,
  group: at,
  quota: at,
  groupStated: at,
  stated: at,
  form: at,
  question: at,
  criterion: at,
  previous: at,
  weights: at,
  ranking: at,
  task: at,
  stage: at,
  figure: () => null,
  sample: at,
  replaced: at,
  roster: at,
  cost: at,
};

const labels = ['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng'];

const scales: Plan['scales'] = [
  {
    id: 'hai-long',
    options: labels.map((label, index) => ({
      code: String(5 - index),
      label,
      points: exact(100 - 25 * index),
      positive: index < 2,
    })),
  },
  {
    id: 'gioi-tinh',
    options: ['Nam', 'Nữ'].map((label, index) => ({
      code: String(index + 1),
      label,
      points: null,
      positive: false,
    })),
  },
];

export function question(id: string, text: string, over: Partial<Question> = {}): Question {
  return {
    id,
    text,
    section: null,
    kind: 'scale',
    range: null,
    atMost: null,
    scale: 'hai-long',
    per: 'rating',
    scored: true,
    ...over,
  };
}

const fields = [
  'Công tác chỉ đạo, điều hành cải cách hành chính của người đứng đầu cơ quan, đơn vị',
  'Chất lượng văn bản do cơ quan, đơn vị ban hành hoặc tham mưu ban hành',
  'Việc công khai, niêm yết thủ tục hành chính đầy đủ, dễ tìm, dễ hiểu',
  'Việc giải quyết hồ sơ đúng hẹn; xin lỗi bằng văn bản khi trễ hẹn',
  'Sự phối hợp giữa các phòng, bộ phận trong xử lý công việc',
  'Thái độ phục vụ, tinh thần trách nhiệm của công chức, viên chức',
  'Năng lực chuyên môn, kỹ năng giải quyết công việc của công chức, viên chức',
  'Việc quản lý, sử dụng kinh phí, tài sản công tiết kiệm, đúng quy định',
  'Mức độ ứng dụng công nghệ thông tin, cung cấp dịch vụ công trực tuyến',
  'Tác động của cải cách hành chính đến người dân, doanh nghiệp',
];

const aboutYou = { section: 'A. Thông tin về người trả lời', per: 'sheet', scored: false } as const;
const rated = { section: 'B. Nội dung đánh giá' } as const;
const words = { kind: 'open', scale: null, per: 'sheet', scored: false } as const;

const request =
  'Để có cơ sở đánh giá kết quả cải cách hành chính của các cơ quan, đơn vị trên địa bàn tỉnh năm 2023, đề nghị Ông (Bà) vui lòng cho biết ý kiến về những nội dung dưới đây. Thông tin Ông (Bà) cung cấp được giữ kín và chỉ dùng để tổng hợp chung.';

function form(id: string, code: string, title: string): Form {
  return {
    id,
    code,
    title,
    request,
    howTo:
      'Ông (Bà) đánh dấu X vào một ô ở mỗi câu; chọn nhầm thì khoanh tròn ô sai và đánh dấu lại.',
    questions: [
      question('gioi', 'Giới tính của Ông (Bà)', { ...aboutYou, scale: 'gioi-tinh' }),
      ...fields.map((text, index) => question(`q${index + 1}`, text, rated)),
      question('gopy', 'Ông (Bà) có góp ý gì thêm về công tác cải cách hành chính?', {
        ...words,
        section: 'C. Ý kiến khác',
      }),
    ],
  };
}

export function group(id: string, name: string, over: Partial<Group> = {}): Group {
  return {
    ...plainGroup,
    id,
    name,
    people: id,
    form: '03',
    about: { kind: 'own' },
    priority: 1,
    over: { kind: 'whole' },
    quota: { rule: 'total', total: 1 },
    except: {},
    spare: { sheets: 0, percent: exact(0) },
    send: '2023-09-05',
    sendByUnit: {},
    mode: 'paper',
    serial: 'required',
    stated: null,
    ...over,
  };
}

export function units(count: number, name = (n: number) => `Sở, ngành số ${n}`): readonly Unit[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `u${index + 1}`,
    name: name(index + 1),
    block: 'b',
    type: null,
    ranked: true,
    attributes: {},
    was: [],
  }));
}

const empty: Plan = {
  ...emptyPlan,
  survey: 'soc-trang-2023',
  serialPrefix: 'ST23',
  title: 'Điều tra xã hội học xác định Chỉ số cải cách hành chính tỉnh Sóc Trăng năm 2023',
  scheme: 'Quyết định số 2229/QĐ-UBND ngày 08/9/2023',
  document: {
    ...emptyDocument,
    issuer: 'Sở Nội vụ',
    parent: 'Ủy ban nhân dân tỉnh Sóc Trăng',
    number: null,
    place: 'Sóc Trăng',
    date: '2023-09-20',
    month: '2023-09',
  },
  fieldwork: {
    opens: '2023-09-21',
    closes: '2023-10-06',
    modes: ['paper'],
    address: null,
    windows: [{ name: 'Phát phiếu', from: '2023-09-21', to: '2023-09-25', daily: null }],
    times: 'minute',
  },
  scales,
  forms: [
    form(
      '01',
      '01/CCHC23-ĐBHĐND(CT)',
      'Phiếu khảo sát ý kiến đại biểu Hội đồng nhân dân tỉnh về cải cách hành chính tại các cơ quan, đơn vị trên địa bàn tỉnh Sóc Trăng năm 2023',
    ),
    form(
      '03',
      '03/CCHC23-CCVC(SN)',
      'Phiếu khảo sát ý kiến công chức, viên chức về cải cách hành chính tại các cơ quan, đơn vị trên địa bàn tỉnh Sóc Trăng năm 2023',
    ),
  ],
};

export function plan(over: Partial<Plan>): Plan {
  return { ...empty, ...over };
}

export function row(
  groupId: string,
  target: QuotaTarget,
  size: number | null,
  over: Partial<QuotaRow> = {},
): QuotaRow {
  return {
    group: groupId,
    target,
    name: target.kind === 'unit' ? target.unit : target.kind === 'place' ? target.place : groupId,
    size,
    least: null,
    most: null,
    population: null,
    ...plainRow,
    wanted: size,
    reason: { vi: '', en: '' },
    send: '2023-09-05',
    ...over,
  };
}

export function quotasOf(rows: readonly QuotaRow[]): Quotas {
  return { groups: [], rows, total: null };
}
