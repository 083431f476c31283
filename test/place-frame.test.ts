/** The frame of places against itself and against the stages that walk it. */
import { expect, test } from 'vitest';
import { parsePlan } from '../src/plan/parse.ts';
import { quotas } from '../src/quotas.ts';
import { planText, read, tableOf } from './sample-survey.ts';

const head = 'id,name,level,parent,unit,type,households';
const figures = 'figures: { households: { name: Số hộ, counts: households } }';

function text(levels: string, by: string, take = '5'): string {
  const places = `places: { levels: [${levels}], from: frame/places.csv }`;
  const group = `    in: places\n    quota: { stages: { by: [${by}], take: ${take} } }`;
  return planText({ group, places, more: figures });
}

function findings(plan: string, ...rows: readonly string[]) {
  const table = tableOf('frame/places.csv', head, ...rows);
  return parsePlan(plan, 'plan.yaml', new Map([[table.file, table]])).findings;
}

test('stages in the wrong order: all levels from the outermost to the innermost one written', () => {
  const plan = text(
    'a, b, c',
    '{ level: b, take: 1 }, { level: a, take: 1 }, { level: c, take: 1 }',
  );
  const [found] = findings(plan, 'x,Huyện X,a,,an-binh,,', 'y,Xã Y,b,x,,,', 'z,Thôn Z,c,y,,,');
  expect(found?.code).toBe('plan/stage-order');
  expect(found?.args).toMatchObject({ levels: ['b', 'a', 'c'], expected: ['a', 'b', 'c'] });
});

test('villages larger than their commune; fewer than it only where chance chooses among all', () => {
  const rows = ['x,Xã X,a,,an-binh,,3192', 'y,Thôn Y,b,x,,,5010', 'z,Thôn Z,b,x,,,'];
  const named = text('a, b', '{ level: a, take: 1 }, { level: b, take: 2 }');
  const [found] = findings(named, ...rows).filter(
    ({ code }) => code === 'plan/places-do-not-add-up',
  );
  expect(found?.args).toMatchObject({ rows: [{ name: 'Xã X', own: 3192, sum: 5010 }] });
  expect(found?.at).toMatchObject({ kind: 'cell', row: 2, column: 'households' });
  const fewer = ['x,Xã X,a,,an-binh,,3192', 'y,Thôn Y,b,x,,,100', 'z,Thôn Z,b,x,,,200'];
  const codes = (plan: string) => findings(plan, ...fewer).map(({ code }) => code);
  expect(codes(named)).toEqual([]);
  const byLot = text('a, b', '{ level: a, take: 1 }, { level: b, how: random, take: 1 }');
  expect(codes(byLot)).toEqual(['plan/places-do-not-add-up']);
});

test('sheets go by the type of the commune where the village has none of its own', () => {
  const by = '{ level: a, take: 2 }, { level: b, take: 1 }';
  const { plan, where } = read(
    text('a, b', by, '{ by_type: { ward: 40 }, default: 20 }'),
    tableOf(
      'frame/places.csv',
      head,
      'x,Phường X,a,,an-binh,ward,',
      'x1,Khu phố 1,b,x,,,310',
      'y,Xã Y,a,,an-binh,commune,',
      'y1,Thôn 1,b,y,,,200',
    ),
  );
  const made = quotas(plan, where);
  expect(made.quotas.rows.map(({ size, population }) => [size, population])).toEqual([
    [40, 310],
    [20, 200],
  ]);
});
