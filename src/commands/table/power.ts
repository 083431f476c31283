/** `survey power`: what the quotas can do, before fieldwork. */
import { InvalidArgumentError } from 'commander';
import { type CommandSpec, forWriting, text, wholeNumber, writing } from './spec.ts';

const mostReplicates = 10_000;
const mostPoints = 100;
const mostTimes = 100;

export const powerCommands: readonly CommandSpec[] = [
  {
    name: 'power',
    description: {
      vi: 'Trước khi điều tra: số phiếu này xếp hạng đúng đến đâu, thêm hoặc bớt phiếu thì sao',
      en: 'Before fieldwork: how often these quotas would rank the units rightly, and other sizes',
    },
    arguments: [],
    options: [
      {
        flags: '--sizes <list>',
        description: {
          vi: 'thử thêm các cỡ khác: số phiếu nhân với từng số, ví dụ 0.5,1,2,4',
          en: 'try other sizes: the quotas times each of these, e.g. 0.5,1,2,4',
        },
        parse: sizes,
      },
      {
        flags: '--replicates <count>',
        description: { vi: 'số lần thử', en: 'replicates' },
        default: 200,
        parse: replicates,
      },
      {
        flags: '--spread <points>',
        description: {
          vi: 'mức thật của các đơn vị cách nhau tối đa bấy nhiêu điểm trên thang 100 (mặc định 30, như simulate)',
          en: 'points of 100 between the best and the worst true level (default 30, as simulate has)',
        },
        parse: points,
      },
      {
        flags: '--noise <points>',
        description: {
          vi: 'độ lệch chuẩn câu trả lời của một người, điểm trên thang 100 (mặc định 20,3, như simulate)',
          en: "standard deviation of one person's answers, in points of 100 (default 20.3, as simulate has)",
        },
        parse: points,
      },
      {
        flags: '--truth <file>',
        description: {
          vi: 'lấy mức thật theo kết quả kỳ trước (scores.json hoặc bảng đã công bố) thay cho rút ngẫu nhiên',
          en: 'take the true levels from earlier results (scores.json or a published table) instead of drawing them',
        },
      },
      {
        flags: '--seed <text>',
        description: {
          vi: 'hạt giống; cùng hạt giống thì cùng kết quả',
          en: 'the seed; same seed, same results',
        },
        default: '1',
      },
      ...writing,
    ],
    load: async () => {
      const { powerCommand } = await import('../power.ts');
      const { usualNoise, usualSpread } = await import('../../power.ts');
      return (_values, given, io) =>
        powerCommand(
          {
            ...forWriting(given),
            sizes: Array.isArray(given.sizes) ? given.sizes.map(Number) : [1],
            replicates: Number(given.replicates),
            spread: typeof given.spread === 'number' ? given.spread : usualSpread,
            noise: typeof given.noise === 'number' ? given.noise : usualNoise,
            truth: text(given.truth),
            seed: String(given.seed),
          },
          io,
        );
    },
  },
];

function replicates(value: string): number {
  const count = wholeNumber(value);
  if (count < 1 || count > mostReplicates) throw outside(1, mostReplicates);
  return count;
}

function points(value: string): number {
  return between(value, 0, mostPoints);
}

/** Those of the plan are among them; from the smallest to the largest. */
function sizes(value: string): readonly number[] {
  const given = value.split(/[;,\s]+/).map((one) => between(one, 0.01, mostTimes));
  return [...new Set([1, ...given])].sort((one, other) => one - other);
}

function between(value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || number < least || number > most) {
    throw outside(least, most);
  }
  return number;
}

/** In Commander's own words, which are put into Vietnamese. */
function outside(least: number, most: number): InvalidArgumentError {
  return new InvalidArgumentError(`Allowed choices are ${least}–${most}.`);
}
