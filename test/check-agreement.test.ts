/** Kappas and error rates against values made by irr, vcd and psych (test/oracles/agreement). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Crossed, type KappaWeight, kappa, pooledKappa } from '../src/stats/agreement.ts';

const folder = join(import.meta.dirname, 'oracles', 'agreement');
type Row = Readonly<Record<string, string>>;

function rowsOf(name: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  const cells = (line: string): readonly string[] =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
  const keys = cells(head);
  return lines.map((line) => {
    const values = cells(line);
    return Object.fromEntries(keys.map((key, at) => [key, values[at] ?? '']));
  });
}

function crossed(pairs: readonly (readonly [string, string])[]): Crossed {
  const codes = [...new Set(pairs.flat())].sort();
  const table = codes.map(() => codes.map(() => 0));
  for (const [one, other] of pairs) {
    const row = table[codes.indexOf(one)];
    const at = codes.indexOf(other);
    if (row !== undefined) row[at] = (row[at] ?? 0) + 1;
  }
  return table;
}

const weights: Readonly<Record<string, KappaWeight>> = {
  kappa_unweighted: 'none',
  kappa_equal: 'linear',
  kappa_squared: 'squared',
};

/** vision.csv is kept as its counts: 7,477 pairs. */
function pairsOf(name: string, one: string, other: string): readonly (readonly [string, string])[] {
  const keys = name === 'vision' ? ['r.eye', 'l.eye'] : [one, other];
  return rowsOf(`${name}.csv`).flatMap((row) => {
    const pair = [row[keys[0] ?? ''] ?? '', row[keys[1] ?? ''] ?? ''] as const;
    return Array.from({ length: Number(row.count ?? 1) }, () => pair);
  });
}

describe('Cohen’s kappa', () => {
  const known = rowsOf('agreement.csv').filter(({ stat = '' }) => Object.hasOwn(weights, stat));

  test('every value of the peers is there', () => {
    expect(known.length).toBeGreaterThan(20);
  });

  test.each(known)('$dataset $rater_a $rater_b $stat, $peer', (row) => {
    const { dataset = '', rater_a = '', rater_b = '', stat = '', value } = row;
    const table = crossed(pairsOf(dataset, rater_a, rater_b));
    expect(kappa(table, weights[stat])?.valueOf()).toBeCloseTo(Number(value), 9);
  });

  test.each(rowsOf('kappa_edges.csv'))(
    '$case, $weight',
    ({ a = '', b = '', weight, kappa: wanted }) => {
      const [one, other] = [a.split(' '), b.split(' ')];
      const table = crossed(one.map((code, at) => [code, other[at] ?? '']));
      const found = kappa(table, weight === 'squared' ? 'squared' : 'none');
      // What the peers leave empty or call NaN is not defined: never 1.
      if (wanted === '' || wanted === 'NaN') expect(found).toBeNull();
      else expect(found?.valueOf()).toBeCloseTo(Number(wanted), 9);
    },
  );

  test.each(
    rowsOf('backcheck_tests.csv').filter(({ test: name = '' }) => name.startsWith('kappa')),
  )('back-check: $variable $test', ({ variable = '', test: name = '', value }) => {
    const second = new Map(rowsOf('backcheck_recheck.csv').map((row) => [row.resp_id, row]));
    const pairs = rowsOf('backcheck_survey.csv').flatMap((row) => {
      const pair = [row[variable] ?? '', second.get(row.resp_id)?.[variable] ?? ''] as const;
      return pair.includes('') ? [] : [pair];
    });
    expect(kappa(crossed(pairs), weights[name] ?? 'none')?.valueOf()).toBeCloseTo(Number(value), 9);
  });
});

const table = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc.array(fc.array(fc.nat(20), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

describe('what holds for every table', () => {
  test('who is first does not matter, and 1 is only full agreement', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<KappaWeight>('none', 'linear', 'squared'),
        (one, weight) => {
          const turned = one.map((_, at) => one.map((row) => row[at] ?? 0));
          const value = kappa(one, weight);
          expect(kappa(turned, weight)?.toFraction() ?? null).toBe(value?.toFraction() ?? null);
          if (value === null) return;
          const isSame = one.every((row, i) => row.every((count, j) => i === j || count === 0));
          expect(value.equals(1)).toBe(isSame);
        },
      ),
    );
  });

  test('of one question, the pooled one is the same; an empty question adds nothing', () => {
    fc.assert(
      fc.property(table, (one) => {
        const alone = kappa(one)?.toFraction() ?? null;
        expect(pooledKappa([one, [[0]]])?.toFraction() ?? null).toBe(alone);
        expect(pooledKappa([one, one])?.toFraction() ?? null).toBe(alone);
      }),
    );
  });
});
