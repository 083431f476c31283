/** Quantiles and intervals of proportions against values made by R (test/oracles/proportion-intervals) and closed forms. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaBelow, betaQuantile } from '../src/stats/beta.ts';
import { exact, parseExact } from '../src/stats/exact.ts';
import { logBeta, logGamma } from '../src/stats/log-gamma.ts';
import { effectiveSize, wilson } from '../src/stats/proportion-intervals.ts';
import { twoSidedT } from '../src/stats/student.ts';

const folder = join(import.meta.dirname, 'oracles', 'proportion-intervals');
const [, ...lines] = readFileSync(join(folder, 'binomial_ci.csv'), 'utf8').trim().split('\n');

/** Relative, and absolute where the value is as good as 0. */
function near(found: number, known: number, relative = 1e-9): void {
  expect(Math.abs(found - known)).toBeLessThanOrEqual(Math.max(relative * Math.abs(known), 1e-15));
}

describe('intervals of a proportion', () => {
  test('Wilson’s, as R has it, at all counts and levels', () => {
    const own = lines
      .map((line) => line.split(','))
      .filter(([, , , method]) => method === 'wilson');
    expect(own).toHaveLength(45);
    for (const [x = '', n = '', level = '', , low, high] of own) {
      const found = wilson(Number(x), Number(n), parseExact(level) ?? exact(0));
      near(found.low, Number(low));
      near(found.high, Number(high));
    }
  });

  test('a sample without replacement: Wilson’s bounds solve the score equation with its variance', () => {
    const share = fc.record({
      n: fc.integer({ min: 2, max: 400 }),
      p: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      f: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 0.95, noNaN: true })),
    });
    fc.assert(
      fc.property(share, ({ n, p, f }) => {
        const size = effectiveSize(n, f);
        const all = f === 0 ? Number.POSITIVE_INFINITY : n / f;
        const left = f === 0 ? 1 : (all - n) / (all - 1);
        const { low, high } = wilson(p * size, size, exact(95, 100));
        for (const bound of [low, high]) {
          const z = (p - bound) / Math.sqrt(((bound * (1 - bound)) / n) * left);
          expect(Math.abs(z)).toBeCloseTo(1.959963984540054, 6);
        }
      }),
    );
  });

  test('the more of all are asked, the narrower', () => {
    const widths = [0, 0.2, 0.5, 0.9, 0.99].map((f) => {
      const size = effectiveSize(50, f);
      const { low, high } = wilson(0.6 * size, size, exact(95, 100));
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths.at(-1)).toBeLessThan(0.04);
  });
});

describe('Student’s t', () => {
  const levels = [exact(1, 2), exact(9, 10), exact(95, 100), exact(99, 100), exact(999, 1000)];

  test('closed forms: 1, 2 and 4 degrees of freedom', () => {
    for (const level of levels) {
      const p = level.valueOf();
      near(twoSidedT(level, 1), Math.tan((Math.PI * p) / 2), 1e-12);
      near(twoSidedT(level, 2), p * Math.sqrt(2 / (1 - p * p)), 1e-12);
      const a = Math.cos(Math.acos(Math.sqrt(1 - p * p)) / 3) / Math.sqrt(1 - p * p);
      near(twoSidedT(level, 4), 2 * Math.sqrt(a - 1), 1e-9);
    }
  });

  // Values of SciPy 1.17 (scipy.stats.t.ppf).
  test.each([
    [0.5, 1, 1.0000000000000002],
    [0.5, 2, 0.8164965809277261],
    [0.5, 3, 0.7648923284043444],
    [0.5, 4, 0.7406970841126829],
    [0.5, 5.5, 0.7216865563699734],
    [0.5, 7, 0.7111417780817866],
    [0.5, 10, 0.6998120613124317],
    [0.5, 30, 0.6827556933212927],
    [0.5, 99, 0.6769759855461531],
    [0.5, 485, 0.6749959332898775],
    [0.5, 1000, 0.6747351646070093],
    [0.5, 12345, 0.6745096239397165],
    [0.5, 1_000_000, 0.6744899955310875],
    [0.8, 1, 3.0776835371752544],
    [0.8, 2, 1.8856180831641272],
    [0.8, 3, 1.637744353696209],
    [0.8, 4, 1.533206274058944],
    [0.8, 5.5, 1.4559770334640723],
    [0.8, 7, 1.4149239276505086],
    [0.8, 10, 1.372183641110336],
    [0.8, 30, 1.3104150253913955],
    [0.8, 99, 1.2901614420344854],
    [0.8, 485, 1.2832995304120298],
    [0.8, 1000, 1.2823987214609247],
    [0.8, 12345, 1.281620146428643],
    [0.8, 1_000_000, 1.281552412129939],
    [0.9, 1, 6.313751514675037],
    [0.9, 2, 2.9199855803537242],
    [0.9, 3, 2.3533634348018233],
    [0.9, 4, 2.1318467863266495],
    [0.9, 5.5, 1.9752797040389098],
    [0.9, 7, 1.8945786050900062],
    [0.9, 10, 1.8124611228116756],
    [0.9, 30, 1.697260886593957],
    [0.9, 99, 1.6603911560169906],
    [0.9, 485, 1.648001465268868],
    [0.9, 1000, 1.6463788172854643],
    [0.9, 12345, 1.6449770683606901],
    [0.9, 1_000_000, 1.6448551507220404],
    [0.95, 1, 12.706204736174694],
    [0.95, 2, 4.302652729749462],
    [0.95, 3, 3.1824463052837078],
    [0.95, 4, 2.7764451051977934],
    [0.95, 5.5, 2.501858617589239],
    [0.95, 7, 2.364624251592784],
    [0.95, 10, 2.228138851986274],
    [0.95, 30, 2.0422724563012378],
    [0.95, 99, 1.9842169515864174],
    [0.95, 485, 1.9648672870030894],
    [0.95, 1000, 1.9623390808264083],
    [0.95, 12345, 1.9601561676005668],
    [0.95, 1_000_000, 1.959966356814107],
    [0.99, 1, 63.656741162871526],
    [0.99, 2, 9.924843200918287],
    [0.99, 3, 5.840909309733355],
    [0.99, 4, 4.604094871349992],
    [0.99, 5.5, 3.8499114660010356],
    [0.99, 7, 3.4994832973504924],
    [0.99, 10, 3.16927267261695],
    [0.99, 30, 2.7499956535672254],
    [0.99, 99, 2.626405457280827],
    [0.99, 485, 2.586004180532681],
    [0.99, 1000, 2.580754698065951],
    [0.99, 12345, 2.576227623786519],
    [0.99, 1_000_000, 2.5758342201053344],
    [0.999, 1, 636.6192487687897],
    [0.999, 2, 31.599054576445365],
    [0.999, 3, 12.923978636687961],
    [0.999, 4, 8.610301581379522],
    [0.999, 5.5, 6.35081750008378],
    [0.999, 7, 5.407882520861828],
    [0.999, 10, 4.586893858702708],
    [0.999, 30, 3.6459586350420627],
    [0.999, 99, 3.391528833363685],
    [0.999, 485, 3.310699597286511],
    [0.999, 1000, 3.300282648423944],
    [0.999, 12345, 3.291315054529859],
    [0.999, 1_000_000, 3.2905364612487222],
  ])('%s and %s degrees of freedom: %s', (confidence, df, known) => {
    near(twoSidedT(parseExact(String(confidence)) ?? exact(0), df), known);
  });

  test('more degrees of freedom make it smaller, down to the normal one', () => {
    const values = [1, 2, 3, 5, 10, 100, 1e4, 1e8].map((df) => twoSidedT(exact(95, 100), df));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(values.at(-1)).toBeCloseTo(1.959963984540054, 6);
  });
});

describe('the beta distribution', () => {
  test('ln B: the same from three logarithms', () => {
    for (const [a, b] of [
      [0.5, 3],
      [2, 15],
      [0.5, 40],
      [15, 17],
      [30, 800],
      [2000, 0.5],
    ] as const) {
      const plain = logGamma(a) + logGamma(b) - logGamma(a + b);
      expect(Math.abs(logBeta(a, b) - plain)).toBeLessThan(1e-11);
    }
  });

  test('ln Γ: factorials, and Γ(1/2) = √π', () => {
    let sum = 0;
    for (let n = 2; n <= 40; n++) {
      sum += Math.log(n - 1);
      expect(Math.abs(logGamma(n) - sum)).toBeLessThan(1e-13 * Math.max(1, sum));
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  });

  test('its quantile undoes it, and mirrors: I_x(a, b) = 1 − I_{1−x}(b, a)', () => {
    // Below 1 the density is endless at the end where numbers cannot come near enough to 1.
    const shape = fc.double({ min: 1, max: 3000, noNaN: true });
    const chance = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(shape, shape, chance, (a, b, p) => {
        const x = betaQuantile(p, a, b);
        expect(Math.abs(betaBelow(x, a, b) - p)).toBeLessThan(1e-9);
        // 1 − x is not x's exact complement where one of them is minute.
        if (x < 0.001 || x > 0.999) return;
        expect(Math.abs(betaBelow(x, a, b) + betaBelow(1 - x, b, a) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test('a sum of binomial chances: I_p(k, n − k + 1) is that of k or more', () => {
    // n = 5, p = 0.3: 1 − 0.7⁵ − 5 × 0.3 × 0.7⁴.
    near(betaBelow(0.3, 2, 4), 1 - 0.7 ** 5 - 5 * 0.3 * 0.7 ** 4, 1e-13);
    expect([betaBelow(0, 2, 3), betaBelow(1, 2, 3)]).toEqual([0, 1]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  });
});
