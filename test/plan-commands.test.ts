import { describe, expect, it } from 'vitest';
import { run } from '../src/cli.ts';
import { type MemoryIo, memoryIo } from './memory-io.ts';
import { samplePlan } from './plan-sample.ts';

async function survey(
  line: string,
  files: Readonly<Record<string, string | Uint8Array>> = { 'plan.yaml': samplePlan },
): Promise<{ code: number; io: MemoryIo }> {
  const io = memoryIo(files);
  return { code: await run(line.split(' '), io), io };
}

const warned = samplePlan.replace('closes: 2024-09-30', 'closes: 2024-09-29');

describe('survey plan validate', () => {
  it('prints findings as its result, and what they amount to beside it', async () => {
    const { code, io } = await survey('plan validate', { 'plan.yaml': warned });
    expect(code).toBe(0);
    expect(io.outText()).toContain('plan.yaml:11:11  cảnh báo plan/sunday');
    expect(io.errText()).toMatch(/Phương án dùng được, 4 đơn vị, 5 nhóm/);
    expect(io.errText()).toContain('Tiếp theo: survey quota\n');
  });

  it('ends with 1 for an error, and for a warning only under --strict', async () => {
    const broken = {
      'plan.yaml': samplePlan.replace('max: 2.5', 'max: 2.6').replace('max: 7.5', 'max: x'),
    };
    expect((await survey('plan validate', broken)).code).toBe(1);
    expect((await survey('plan validate', { 'plan.yaml': warned })).code).toBe(0);
    expect((await survey('plan validate --strict', { 'plan.yaml': warned })).code).toBe(1);
  });

  it('takes the folder, the file, or the working folder', async () => {
    const files = { 'a/plan.yaml': samplePlan, 'a/other.yaml': warned };
    for (const path of ['a', 'a/plan.yaml', 'a/other.yaml']) {
      expect((await survey(`plan validate ${path}`, files)).code).toBe(0);
    }
    const { code, io } = await survey('plan validate --json', files);
    expect(code).toBe(1);
    expect(JSON.parse(io.outText()).findings).toMatchObject([
      { code: 'plan/not-found', file: 'plan.yaml', suggestions: ['a'] },
    ]);
    const lost = await survey('quota', files);
    expect(lost.io.errText()).toContain('thư mục đang đứng không có plan.yaml');
    expect(lost.io.errText()).toContain('--plan THƯ-MỤC');
    const near = await survey('plan validate a/plan.yml --json', files);
    expect(JSON.parse(near.io.outText()).findings[0].suggestions).toEqual([
      'a/other.yaml',
      'a/plan.yaml',
    ]);
  });

  it('reads what Notepad writes: UTF-8 with a mark, UTF-16; not another code page', async () => {
    const utf16 = Buffer.from(`\ufeff${samplePlan}`, 'utf16le');
    for (const content of [`\ufeff${samplePlan}`, utf16, samplePlan.replaceAll('\n', '\r\n')]) {
      expect((await survey('plan validate', { 'plan.yaml': content })).code).toBe(0);
    }
    const windows = Buffer.from('survey: x\ntitle: Kh\xe0o s\xe1t\n', 'latin1');
    const { code, io } = await survey('plan validate --json', { 'plan.yaml': windows });
    expect(code).toBe(1);
    expect(JSON.parse(io.outText()).findings).toMatchObject([{ code: 'plan/not-text' }]);
  });

  it('tells wrong totals although another section has mistakes, but not from a wrong section', async () => {
    const codesOf = async (text: string): Promise<readonly string[]> => {
      const { io } = await survey('plan validate --json', { 'plan.yaml': text });
      return JSON.parse(io.outText()).findings.map((found: { code: string }) => found.code);
    };
    const wrongTotal = samplePlan.replace('total: 44', 'total: 45');
    const [wrong] = (await codesOf(wrongTotal)).filter((code) => code.startsWith('quota/'));
    expect(wrong).toBeDefined();
    const both = await codesOf(wrongTotal.replace('max: 7.5', 'max: 7,5'));
    expect(both).toEqual(expect.arrayContaining(['plan/not-a-decimal', wrong]));
    const groups = await codesOf(wrongTotal.replace('total: 30', 'total: 3,5'));
    expect(groups).not.toContain(wrong);
  });

  it('tells programs the same', async () => {
    const { io } = await survey('plan validate --json', { 'plan.yaml': warned });
    const answer = JSON.parse(io.outText());
    expect(answer).toMatchObject({
      ok: true,
      survey: 'vi-du-2024',
      units: 4,
      groups: 5,
      // 30 + 14 + 2 × 3 + 2 × 1 × 5 + (60 − 10) + 20
      total: 130,
    });
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ code: 'plan/sunday', severity: 'warning', line: 11, column: 11 }),
    );
  });

  it('points into a table that cannot be read, once', async () => {
    const text = samplePlan.replace(
      /units:\n {2}- block: phong[\s\S]*?(?=places:)/,
      'units: { from: frame/u.csv }\n',
    );
    const files = { 'plan.yaml': text, 'frame/u.csv': 'block,id,name,id\nxa,a,A,1\nxa,b,B,2\n' };
    const { code, io } = await survey('plan validate --json', files);
    expect(code).toBe(1);
    const codes = JSON.parse(io.outText()).findings.map((found: { code: string }) => found.code);
    expect(codes).toEqual(['file/duplicate-heading', 'plan/stated-about']);
  });
});

describe('survey plan show', () => {
  it('says what the plan means', async () => {
    const { code, io } = await survey('plan show');
    expect(code).toBe(0);
    const text = io.outText();
    for (const words of [
      'Công chức xã (staff)',
      'riêng Xã Hòa Mỹ: toàn bộ (staff)',
      'chọn 2 cấp xã × 1 cấp thôn, mỗi nơi 5 phiếu',
      'Phòng Tư pháp (không xếp hạng)',
      '1.10  Thẩm định (2,5; thẩm định)',
      'Đại biểu 40%',
      'Khảo sát: 09/09/2024 – 30/09/2024; trực tuyến, phiếu giấy',
      'gửi phiếu 11/09/2024 – 12/09/2024',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('gives the normalised plan with its fingerprint', async () => {
    const { io } = await survey('plan show --json');
    const answer = JSON.parse(io.outText());
    expect(answer.plan_fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.plan.index.criteria[0].children[0]).toMatchObject({ code: '1.10', max: '2.5' });
  });

  it('shows nothing of a plan with errors', async () => {
    const { code, io } = await survey('plan show', { 'plan.yaml': 'survey: x\n' });
    expect(code).toBe(1);
    expect(io.outText()).toBe('');
  });
});

it('survey plan schema prints the schema', async () => {
  const { code, io } = await survey('plan schema');
  expect(code).toBe(0);
  expect(JSON.parse(io.outText())).toMatchObject({ title: 'plan.yaml', type: 'object' });
});
