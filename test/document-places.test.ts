/** The annex of chosen places, with reserves of every stage and several groups; a group on several forms on the paper. */
import { describe, expect, test } from 'vitest';
import { placesTable } from '../src/document/places.ts';
import { officialDocument } from '../src/document.ts';
import type { Place, Plan } from '../src/plan/plan.ts';
import type { ChosenPlace, GroupQuota, QuotaRow, Quotas } from '../src/quotas/quota.ts';
import { group } from './packet-plan.ts';
import { emptyPlan, namedStage, plainPlace, plainRow, stagesRule } from './plan-literals.ts';

const place = (id: string, parent: string | null = null): Place => {
  const level = id.length - 1;
  return { ...plainPlace, id, name: id.toUpperCase(), level, parent, unit: null, attributes: {} };
};

/** Districts a and b, communes ax and ay, villages axm and axn. */
const places = [
  place('a'),
  place('ax', 'a'),
  place('axm', 'ax'),
  place('axn', 'ax'),
  place('ay', 'a'),
  place('b'),
];

const quota = stagesRule(5, namedStage(0, 1), namedStage(1, 1), namedStage(2, 1));
const plan: Plan = {
  ...emptyPlan,
  levels: ['district', 'commune', 'village'],
  places,
  groups: ['g', 'h'].map((id) => ({ ...group(id, `Nhóm ${id}`), over: { kind: 'places' }, quota })),
};

function asked(
  id: string,
  target: string,
  size: number,
  chosen: readonly ChosenPlace[],
): GroupQuota {
  const row: QuotaRow = {
    ...plainRow,
    group: id,
    target: { kind: 'place', place: target, unit: null },
    name: target,
    size,
    least: null,
    most: null,
    population: null,
    reason: { vi: '', en: '' },
    send: null,
  };
  return { group: id, rows: [row], places: chosen, total: size };
}

const chosen = (id: string, role: ChosenPlace['role']): ChosenPlace => {
  return {
    place: id,
    stage: id.length - 1,
    role,
    order: 1,
    among: 9,
    inclusion: null,
    standsFor: null,
    why: null,
  };
};

const draw = [
  chosen('a', 'drawn'),
  chosen('b', 'reserve'),
  chosen('ax', 'drawn'),
  chosen('ay', 'reserve'),
  chosen('axm', 'drawn'),
  chosen('axn', 'reserve'),
];

function cells(groups: readonly GroupQuota[]) {
  const some = { ...plan, groups: plan.groups.slice(0, groups.length) };
  const quotas: Quotas = { groups, rows: groups.flatMap(({ rows }) => rows), total: null };
  const table = placesTable(some, quotas);
  return {
    headings: table?.columns.map(({ heading }) => heading),
    rows: table?.rows.map((row) => row.cells),
  };
}

describe('the annex of places', () => {
  test('has every name in the column of its level, reserves of every stage named', () => {
    const { headings, rows } = cells([asked('g', 'axm', 5, draw)]);
    expect(headings).toEqual(['TT', 'Đơn vị cấp xã', 'Thôn, khu phố', 'Cách chọn', 'Số phiếu']);
    expect(rows).toEqual([
      ['I', 'A', '', '', 5],
      ['1', 'AX', 'AXM', 'Chọn ngẫu nhiên', 5],
      ['2', 'AY', '', 'Dự phòng 1', null],
      ['3', 'AX', 'AXN', 'Dự phòng 1', null],
      ['II', 'B', '', 'Dự phòng 1', null],
      ['', 'TỔNG CỘNG', '', '', 5],
    ]);
  });

  test('of several groups says whose rows they are', () => {
    const { rows } = cells([asked('g', 'axm', 5, []), asked('h', 'axn', 7, [])]);
    expect(rows).toEqual([
      ['', 'Nhóm g', '', 5],
      ['I', 'A', '', 5],
      ['1', 'AX', 'AXM', 5],
      ['', 'Nhóm h', '', 7],
      ['I', 'A', '', 7],
      ['1', 'AX', 'AXN', 7],
      ['', 'TỔNG CỘNG', '', 12],
    ]);
  });

  test('of outermost places only has their names in the one column', () => {
    const { headings, rows } = cells([
      asked('g', 'a', 5, [chosen('a', 'drawn'), chosen('b', 'reserve')]),
    ]);
    expect(headings).toEqual(['TT', 'Đơn vị cấp huyện', 'Cách chọn', 'Số phiếu']);
    expect(rows).toEqual([
      ['1', 'A', 'Chọn ngẫu nhiên', 5],
      ['2', 'B', 'Dự phòng 1', null],
      ['', 'TỔNG CỘNG', '', 5],
    ]);
  });
});

describe('a group on several forms', () => {
  const forms = ['01', '02'].map((id) => {
    return {
      id,
      code: `${id}/SO`,
      title: `Phiếu ${id}`,
      request: null,
      howTo: null,
      questions: [],
    };
  });
  const onForms = forms.map(({ id, code }) => {
    const one = group(`g-${id}`, `Đại biểu – ${code}`);
    return { ...one, people: 'g', form: id, quota: { rule: 'total', total: 30 } as const };
  });
  const textOf = (more: Partial<Plan>): string => {
    const groups = more.groups ?? onForms;
    const made: Quotas = {
      groups: groups.map(({ id }) => ({ group: id, rows: [], places: [], total: 30 })),
      rows: [],
      total: 30 * groups.length,
    };
    const { body } = officialDocument(
      { ...emptyPlan, forms, groups: onForms, ...more },
      made,
      false,
    );
    return body.map((block) => ('text' in block ? block.text : '')).join('\n');
  };

  test('is one group, whose people fill each of its forms', () => {
    const text = textOf({});
    expect(text).toContain('60 phiếu, gồm 01 nhóm đối tượng');
    expect(text).toContain('trả lời mỗi mẫu 01 phiếu');
    expect(text).not.toContain('chỉ trả lời 01 phiếu');
  });

  test('beside another: a person answers in one group, and the order names groups, not forms', () => {
    const groups = [...onForms, { ...group('h', 'Công chức'), form: '01', priority: 2 }];
    const text = textOf({ groups });
    expect(text).toContain('gồm 02 nhóm đối tượng');
    expect(text).toContain('Mỗi người chỉ trả lời trong 01 nhóm đối tượng.');
    expect(text).not.toContain('chỉ trả lời 01 phiếu');
    expect(text).toContain('(1) Đại biểu; (2) Công chức.');
  });

  test('groups on one form each: one sheet a person', () => {
    const groups = ['g', 'h'].map((id) => ({ ...group(id, `Nhóm ${id}`), form: '01' }));
    expect(textOf({ groups })).toContain('Mỗi người chỉ trả lời 01 phiếu khảo sát.');
    const sampling = { ...emptyPlan.sampling, person: 'several-units' as const };
    expect(textOf({ groups, sampling })).toContain('chọn người làm việc với nhiều cơ quan');
  });
});
