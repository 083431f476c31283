/** A place that was drawn and cannot be surveyed: on the page of places and in the draw record, with its reason. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { placesPage } from '../src/quotas/places-page.ts';
import { quotas } from '../src/quotas.ts';
import { drawRecord } from '../src/sample/record.ts';
import { drawn, planText, read, tableOf } from './sample-survey.ts';

const context = {
  survey: 'thu-2024',
  tool: 'survey 0',
  planFingerprint: 'f',
  frame: [],
  redraws: [],
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
};

const villages = ['an', 'binh', 'cam', 'dong', 'hai'];
const places = `places:
  levels: [commune, village]
  list:
    - id: xa
      name: Xã An Bình
      unit: an-binh
      places: [${villages.map((id) => `{ id: ${id}, name: Thôn ${id} }`).join(', ')}]`;
const group = `    in: places
    roster: frame/households.csv
    quota: { stages: { by: [{ level: commune, take: 1 }, { level: village, how: random, take: 2, reserve: 1 }], take: 1 } }`;
const people = tableOf(
  'frame/households.csv',
  'name,place',
  ...villages.map((id) => `${id},${id}`),
);

function survey(replaced: string) {
  const sample = `{ seed: "1"${replaced} }`;
  return read(planText({ group, places, sample }), people);
}

const idsOf = (role: string) => {
  const { plan, where } = survey('');
  const chosen = quotas(plan, where).quotas.groups[0]?.places ?? [];
  return chosen.filter((one) => one.role === role).map(({ place }) => place);
};
const [out = '', stays = ''] = idsOf('drawn');
const [spare = ''] = idsOf('reserve');
const replaced = `, replaced: [{ place: ${out}, why: lũ chia cắt }]`;

test('people are drawn in the place that stands in; the record names it, and why', () => {
  const after = survey(replaced);
  const record = drawRecord(drawn(after, '1'), context);
  expect(record.places.slice(1)).toMatchObject([
    { place: out, role: 'replaced', stands_for: null, why: 'lũ chia cắt' },
    { place: stays, role: 'drawn', stands_for: null, why: null },
    { place: spare, role: 'stand-in', inclusion: '0.4', stands_for: out, why: null },
  ]);
  expect(record.rows.map(({ place }) => place).sort()).toEqual([stays, spare].sort());
});

test('it is another draw; the wording of the reason is not', () => {
  const idOf = (text: string) => drawRecord(drawn(survey(text), '1'), context).draw_id;
  expect(idOf(replaced)).not.toBe(idOf(''));
  expect(idOf(replaced.replace('lũ chia cắt', 'ngập lụt'))).toBe(idOf(replaced));
});

test('the page: levels and ways in words, what a chance is of, the reason', () => {
  const { plan, where } = survey(replaced);
  const page = placesPage(plan, quotas(plan, where).quotas, 'vi', false);
  const cells = page?.rows.slice(1).map((row) => row.cells.slice(1, 5));
  expect(cells).toEqual([
    ['cấp xã', 'Xã An Bình', 'phương án ấn định', 1],
    ['cấp thôn', `Thôn ${out}, Xã An Bình`, 'không khảo sát được: lũ chia cắt', 1],
    ['cấp thôn', `Thôn ${stays}, Xã An Bình`, 'rút ngẫu nhiên, 2 trong 5', 2],
    ['cấp thôn', `Thôn ${spare}, Xã An Bình`, `dự phòng 1, vào thay Thôn ${out}`, 1],
  ]);
  expect(page?.notes.join('\n')).toMatch(/trong địa bàn cấp trên đã ấn định/);
  expect(page?.notes.join('\n')).toMatch(/mang xác suất của địa bàn được thay/);
});
