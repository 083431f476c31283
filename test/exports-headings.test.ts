/** Headings of plain files as clerks write them: numbers before questions, texts cut short, two rows of headings. */
import { describe, expect, test } from 'vitest';
import { readColumns } from '../src/returns/columns.ts';
import { headingQuestions } from '../src/returns/question-names.ts';
import { context } from './returns-plan.ts';

const asked = { kind: null, group: null, form: null } as Parameters<typeof readColumns>[2];

function columns(...headings: readonly string[]) {
  return readColumns(context, { file: 'phieu.csv', sheet: null, columns: headings }, asked);
}

/** Heading → what it is read as. */
function mapping(...headings: readonly string[]): readonly string[] {
  const read = columns(...headings);
  if (!read.ok) throw new Error(read.findings.map(({ code }) => code).join(' '));
  return read.value.mapping.map(({ as }) => as);
}

describe('a question by its heading', () => {
  const questions = headingQuestions(context);

  test.each([
    ['q1', ['q1']],
    ['Q1', ['q1']],
    ['Câu q1', ['q1']],
    ['câu hỏi GY', ['gy']],
    ['Chất lượng phục vụ', ['q1']],
    ['CHẤT LƯỢNG PHỤC VỤ', ['q1']],
    ['1. Chất lượng phục vụ', ['q1']],
    ['Câu 4: Chất lượng phục vụ', ['q1']],
    ['Chất lượng phụ…', ['q1']],
    ['1. Chất lượng phụ...', ['q1']],
    // So few letters may begin any question; words that differ are another question.
    ['Chất…', []],
    ['Chất lượng phục vụ của xã', []],
    ['Chất lượng', []],
    // As printed: the first question is q1 on forms 01 and 03, gioi on 02, q2 on 04.
    ['Câu 1', ['q1', 'gioi', 'q2']],
    ['1)', ['q1', 'gioi', 'q2']],
    ['Câu 3.', ['gy', 'q3']],
    ['Câu 9', []],
    // A number alone may be anything.
    ['3', []],
  ])('%s', (heading, wanted) => {
    expect(questions(heading)).toEqual(wanted);
  });
});

describe('headings in two rows, and who, when and by whom', () => {
  test('the lower of two headings is enough', () => {
    expect(mapping('Thông tin chung / Số phiếu', 'Phần I / Chất lượng phục vụ')).toEqual([
      'serial',
      'question q1',
    ]);
  });

  test('numbers as printed are told by the form; without it, where forms differ, nothing is taken', () => {
    const headings = ['Số phiếu', 'Câu 1', 'Câu 2', 'Câu 3'];
    const file = { file: 'phieu.csv', sheet: null, columns: headings };
    const read = readColumns(context, file, { ...asked, form: '02' });
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    expect(read.value.questions.map(({ ids }) => ids)).toEqual([['gioi'], ['q1'], ['q3']]);
    const ofGroup = readColumns(context, file, { ...asked, group: 'staff' });
    expect(ofGroup.ok && ofGroup.value.questions.map(({ ids }) => ids)).toEqual([
      ['q1'],
      ['q2'],
      ['gy'],
    ]);
    expect(columns(...headings).findings.map(({ code }) => code)).toContain(
      'returns/ambiguous-heading',
    );
  });

  test('a number and a text of the same question on one form are two columns of it', () => {
    const read = columns('Số phiếu', 'Câu 1', 'Chất lượng phục vụ');
    expect(read.ok).toBe(false);
    expect(read.findings.map(({ code }) => code)).toContain('returns/two-columns');
  });

  test('people and times', () => {
    expect(
      mapping(
        'Số phiếu',
        'Họ tên điều tra viên',
        'Ngày điều tra',
        'Người nhập phiếu',
        'Mã mời',
        'q1',
      ),
    ).toEqual(['serial', 'collector', 'at', 'keyed_by', 'invitation', 'question q1']);
  });
});
