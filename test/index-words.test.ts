/** Every rule of the index in words: in `plan show` and on the method page of the report, in both languages. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { docxText } from './docx-text.ts';
import { runLine } from './run-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'survey-words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'frame'));
writeFileSync(
  join(folder, 'frame', 'truoc.csv'),
  'Đơn vị,Tiêu chí,Điểm,Điểm tối đa\nXã An Hòa,3.1,6,12\n',
);
writeFileSync(
  join(folder, 'plan.yaml'),
  `survey: xa-2026
title: Chỉ số CCHC cấp xã năm 2026
units:
  - block: xa
    name: Cấp xã
    units:
      - id: an-binh
        name: Xã An Bình
        was: [{ unit: Xã An Đông, share: 100%, weight: 5200 }, { unit: Xã An Tây, share: 60.5%, weight: 4100 }]
      - { id: an-hoa, name: Xã An Hòa }
  - { block: phuong, name: Phường, units: [{ id: p1, name: Phường Một }] }
groups:
  - { id: staff, name: Công chức, form: "01", in: [xa, phuong], quota: { each: 10 } }
  - { id: dan, name: Người dân, form: "01", in: [xa, phuong], quota: { each: 10 } }
scales:
  hai-long: [{ code: 2, label: Hài lòng, points: 100, positive: yes }, { code: 1, label: Không hài lòng, points: 0 }]
forms:
  - id: "01"
    code: 01/DT
    title: Phiếu lấy ý kiến
    questions:
      - { id: q1, text: Mức độ hài lòng, scale: hai-long }
      - { id: q2, text: Thái độ, scale: hai-long }
      - { id: gt, text: Giới tính, scale: hai-long, scored: no, per: sheet }
index:
  figures:
    dung_han: { name: Hồ sơ đúng hạn, from: 0 }
    tong: { name: Tổng hồ sơ, from: 0, to: 5000 }
    ke_hoach: { name: Đã ban hành kế hoạch, kind: yes-no }
  criteria:
    - code: "1"
      name: Chỉ đạo điều hành
      criteria:
        - { code: "1.1", name: Kế hoạch, max: 5, all: [ke_hoach, "tong >= 100 or not ke_hoach"] }
        - { code: "1.2", name: Thực hiện, max: 3, appraised: yes, step: 0.25 }
    - code: "2"
      name: Thủ tục hành chính
      max: 12
      formula: "dung_han / tong * 100"
      bands: [{ from: 95, points: 12 }, { from: 80.5, points: 8 }, { from: 0, points: 0 }]
    - { code: "3", name: Chi phí, figure: tong, max: 10, normalise: { method: min-max, to: { low: 1, high: 10 }, reversed: yes, within: all } }
    - { code: "5", name: Dân số, figure: tong, max: 10, normalise: { method: goalposts, goals: { worst: 0, best: 4000 } } }
    - code: "4"
      name: Hài lòng
      combine: geometric
      max: 20
      criteria:
        - code: "4.1"
          name: Chung
          max: 10
          weight: 2
          survey:
            questions: [{ question: q1, weight: 2 }, q2]
            by: { staff: 0.6, dan: 0.4 }
            points: { "2": 100, "1": 20 }
            min_ratings: 5
        - { code: "4.2", name: Thái độ, max: 10, survey: { questions: [q2], by: { staff: 0.5, dan: 0.5 }, as: share } }
  not_applicable: keep
  missing: drop
  survey: optional
  bonus: { max: 2 }
  penalty: { max: 3.5 }
  highest: 100
  rank: { within: all, ties: consecutive, tie_breakers: [survey, "2"] }
  classes: [{ name: Xuất sắc, from: 90, only_if: ["percent[4] >= 70", "points[penalty] = 0"] }, { name: Tốt, from: 70 }, { name: Kém, from: 0 }]
  rounding: { shares: as-is }
  overall: { xa: 3, phuong: 1 }
  previous: { from: frame/truoc.csv, criteria: { "2": "3.1" } }
  weights: { dan: { non_response: yes, margins: [{ question: gt, totals: { "1": 510, "2": 490 } }], trim: 3 } }
  uncertainty: { confidence: 90%, replicates: 1000 }
  hide_below: 10
`,
);

const vietnamese = [
  'Xã An Bình ← Xã An Đông (trọng số 5.200); Xã An Tây 60,5% (trọng số 4.100)',
  '1.1  Kế hoạch (5; đủ điểm khi đúng mọi điều kiện “Đã ban hành kế hoạch”; “Tổng hồ sơ ≥ 100 hoặc không Đã ban hành kế hoạch”, nếu không thì 0)',
  '1.2  Thực hiện (3; thẩm định; mức chấm 0,25)',
  '2  Thủ tục hành chính (12; tính theo công thức “Hồ sơ đúng hạn ÷ Tổng hồ sơ × 100”; đổi ra điểm: từ 95 được 12 điểm; từ 80,5 được 8 điểm; từ 0 được 0 điểm)',
  '3  Chi phí (10; số liệu “Tổng hồ sơ”; chuẩn hóa min–max trong tất cả đơn vị: kém nhất nhận 1, tốt nhất nhận 10, điểm = số nhận được ÷ 10 × điểm tối đa; càng nhỏ càng tốt; đơn vị không xếp hạng không tham gia làm mốc)',
  '4  Hài lòng (20; trung bình nhân tỷ lệ đạt của các tiêu chí thành phần × điểm tối đa; trọng số: 4.1: 2; 4.2: 1)',
  '4.1  Chung (10; điều tra, điểm trung bình: Công chức 60%, Người dân 40%; trọng số câu hỏi: q1 × 2, q2 × 1; tỷ lệ điểm theo phương án trả lời (câu q1, q2): 1 20%, 2 100%; mỗi nhóm cần ít nhất 5 trả lời hợp lệ ở mỗi câu, ít hơn thì để trống)',
  'Số liệu dùng trong công thức, điều kiện: dung_han: Hồ sơ đúng hạn (từ 0); tong: Tổng hồ sơ (từ 0 đến 5.000); ke_hoach: Đã ban hành kế hoạch (có / không).',
  'Tiêu chí không áp dụng: Tiêu chí cha giữ nguyên điểm tối đa, tính theo tỷ lệ đạt của các tiêu chí còn lại.',
  'Điểm thưởng, điểm trừ: Cộng thêm nhiều nhất 2 điểm thưởng, trừ nhiều nhất 3,5 điểm; điểm tối đa không đổi.',
  'Chỉ số %: Tổng điểm ÷ điểm tối đa của chính đơn vị × 100. Không vượt quá 100%.',
  'Xếp hạng: Chung tất cả đơn vị, theo chỉ số % chưa làm tròn, từ cao xuống thấp; bằng nhau thì lần lượt xét điểm điều tra; tỷ lệ đạt tiêu chí 2 (Thủ tục hành chính), cao hơn xếp trên; không đồng hạng, vẫn bằng nhau thì theo thứ tự tên (1, 2, 3, 4).',
  'Xếp loại: Xuất sắc: từ 90% (chỉ khi “% đạt tiêu chí 4 ≥ 70”; “điểm trừ = 0”); Tốt: từ 70%; Kém: từ 0%. Theo chỉ số % chưa làm tròn. Thiếu điều kiện thì nhận mức kế tiếp.',
  'Trung bình chung: Trung bình các khối theo trọng số: Cấp xã 3; Phường 1.',
  'So với kỳ trước: Với kết quả trong frame/truoc.csv, bộ tiêu chí đã đổi: chỉ so tỷ lệ đạt của các tiêu chí (kỳ này ← kỳ trước) 2 ← 3.1; không so tổng điểm, thứ hạng. Đơn vị sáp nhập: giá trị kỳ trước là trung bình các đơn vị cũ theo phần nhập vào × trọng số.',
  'Trọng số người trả lời: Người dân: phiếu hợp lệ đại diện cho mọi phiếu phân bổ ở cùng dòng; hiệu chỉnh theo cơ cấu tổng thể ở câu gt (hậu phân tầng); không trọng số nào quá 3 lần trung bình của nhóm.',
  'Độ chắc chắn: Khoảng tin cậy 90% cho điểm; 90% cho thứ hạng từ 1.000 lần lấy mẫu lại (hạt giống xa-2026). Chỉ nói về sai số chọn mẫu của phần điều tra.',
  'Nhóm ít người trả lời: Dưới 10 người trả lời thì không in riêng.',
];

const english = [
  '1.1  Kế hoạch (5; the maximum when all of these hold, else 0: “Đã ban hành kế hoạch”; “Tổng hồ sơ ≥ 100 or not Đã ban hành kế hoạch”)',
  'Missing points: A criterion without points is left out and the others alone are counted (points and maxima); those left out are named. It is not 0.',
  'Blocks without a survey: Where no reply came back about a whole block, the appraised part alone makes the index (appraised points ÷ appraised maximum).',
  'Classes: Xuất sắc: from 90% (only if “percent of 4 ≥ 70”; “penalty points = 0”); Tốt: from 70%; Kém: from 0%. By index % before rounding. A unit that misses a condition gets the next class.',
  'How sure it is: Intervals of points at 90%; intervals of ranks at 90% from 1,000 bootstrap replicates (seed xa-2026). They speak of the sampling error of the survey alone.',
];

test.each([
  ['vi', vietnamese],
  ['en', english],
])('plan show says every rule (%s)', async (lang, expected) => {
  const ran = await runLine(`plan show --lang ${lang}`, folder);
  expect(ran.code, ran.stderr).toBe(0);
  const lines = ran.stdout.split('\n').map((line) => line.trim());
  expect(expected.filter((line) => !lines.includes(line))).toEqual([]);
  // Without the plan's own texts, a Vietnamese page has no English words, and the other way round.
  const mixed = lang === 'vi' ? /\b(the|points|percent)\b/ : /điểm tối đa|trọng số|đơn vị cùng/;
  expect(lines.filter((line) => mixed.test(line))).toEqual([]);
});

test('the method page says the same, and what the earlier results are', async () => {
  const ran = await runLine('report', folder);
  expect(ran.code, ran.stderr).toBe(0);
  const method = readFileSync(join(folder, 'out', 'report', 'method.csv'), 'utf8').replaceAll(
    '""',
    '"',
  );
  const rules = vietnamese.filter((line) => /^\p{Lu}[^←]*: /u.test(line));
  const contents = rules.map((line) => line.slice(line.indexOf(': ') + 2));
  expect(contents.length).toBeGreaterThan(7);
  expect(contents.filter((content) => !method.includes(content))).toEqual([]);
  expect(method).toContain(
    'Tính theo công thức “Hồ sơ đúng hạn ÷ Tổng hồ sơ × 100”; tối đa 12 điểm.',
  );
  expect(method).toContain('các tiêu chí, theo trọng số của câu'.slice(14));
  expect(method).toMatch(/Kết quả kỳ trước,frame\/truoc\.csv\. SHA-256 [0-9a-f]{64}/);
  expect(method).toContain('Chỉ nêu ra để xem lại, không phiếu nào tự bị loại vì thế.');
});

test('the official paper has them as an annex, and the body points at it', async () => {
  const ran = await runLine('plan document', folder);
  expect(ran.code, ran.stderr).toBe(0);
  const { paragraphs, tables } = await docxText(readFileSync(join(folder, 'out', 'document.docx')));
  const squeezed = (text: string): string => text.replace(/\s/g, '');
  const text = paragraphs.join('\n');
  expect(text).toContain(squeezed('xếp hạng theo Phụ lục II.'));
  const rules = vietnamese.filter((line) => /^\p{Lu}[^←]*: /u.test(line));
  expect(rules.filter((line) => !text.includes(squeezed(line)))).toEqual([]);
  const rows = tables.flat().map((cells) => cells.join('|'));
  expect(rows).toContain('1.2|Thực hiện|3|Thẩm định; mức chấm 0,25');
});

test('a scheme that a decision has issued needs no annex', async () => {
  const plain = mkdtempSync(join(tmpdir(), 'survey-plain-'));
  const source = join(import.meta.dirname, 'bad', 'points', 'repeated', 'plan.yaml');
  const text = readFileSync(source, 'utf8');
  const write = (scheme: string): void =>
    writeFileSync(join(plain, 'plan.yaml'), `${scheme}${text}`);
  const titles = async (): Promise<string> => {
    const ran = await runLine('plan document', plain);
    expect(ran.code, ran.stderr).toBe(0);
    return (await docxText(readFileSync(join(plain, 'out', 'document.docx')))).paragraphs.join(' ');
  };
  write('');
  expect(await titles()).toContain('CÁCHTÍNHĐIỂM');
  write('scheme: QĐ 1/QĐ-UBND, 01/01/2026\n');
  expect(await titles()).not.toContain('CÁCHTÍNHĐIỂM');
  rmSync(plain, { recursive: true, force: true });
});
