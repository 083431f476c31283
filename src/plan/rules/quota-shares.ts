/** Whether the bands of a share can be read off for every population, and do not ask more of a smaller one. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { exact, wholeExact } from '../../stats/exact.ts';
import type { GroupFile } from '../normalise-groups.ts';
import type { RuleFile } from '../normalise-quota.ts';
import type { TreePath } from '../tree.ts';
import type { Rule, RuleContext } from './rule.ts';
import { allRules } from './written-rules.ts';

export const quotaShareRules: readonly Rule[] = [
  { needs: ['groups'], check: rateOrBands },
  { needs: ['groups'], check: bandStarts },
  { needs: ['groups'], check: invertedSteps },
];

type ShareFile = NonNullable<RuleFile['share']>;
type BandFile = NonNullable<ShareFile['bands']>[number];

interface PlacedShare {
  readonly group: GroupFile;
  readonly share: ShareFile;
  readonly path: TreePath;
}

function sharesOf({ file }: RuleContext): readonly PlacedShare[] {
  return allRules(file.groups).flatMap(({ group, rule: { share }, path }) =>
    share === undefined ? [] : [{ group, share, path: [...path, 'share'] }],
  );
}

function rateOrBands(context: RuleContext): readonly Finding[] {
  return sharesOf(context).flatMap(({ group, share, path }) => {
    const both = share.rate !== undefined && share.bands !== undefined;
    if (!both && (share.rate !== undefined || share.bands !== undefined)) return [];
    const where = both ? context.at([...path, 'rate'], 'key') : context.at(path, 'key');
    return [finding('plan/share-rate', where, { group: group.id, both })];
  });
}

interface PlacedBand extends BandFile {
  readonly path: TreePath;
}

/** Lowest first, each with its place. */
function bandsOf({ share, path }: PlacedShare): readonly PlacedBand[] {
  const bands = (share.bands ?? []).map((band, index) => {
    return { ...band, path: [...path, 'bands', index] };
  });
  return bands.toSorted((one, other) => one.from - other.from);
}

function bandStarts(context: RuleContext): readonly Finding[] {
  return sharesOf(context).flatMap((placed) => {
    const bands = bandsOf(placed);
    const group = placed.group.id;
    return bands.flatMap((band, index): readonly Finding[] => {
      const before = bands[index - 1];
      const where = context.at([...band.path, 'from']);
      if (before === undefined && band.from > 0) {
        return [finding('plan/share-bands', where, { group, from: band.from, repeated: false })];
      }
      if (before === undefined || before.from < band.from) return [];
      return [finding('plan/share-bands', where, { group, from: band.from, repeated: true })];
    });
  });
}

/** The last population below a band asks for more than the first one in it: 1.999 gives 200, 2.000 gives 100. */
function invertedSteps(context: RuleContext): readonly Finding[] {
  return sharesOf(context).flatMap((placed) => {
    const { group, share } = placed;
    const bands = bandsOf(placed);
    return bands.flatMap((band, index): readonly Finding[] => {
      const lower = bands[index - 1];
      if (lower === undefined || lower.from >= band.from) return [];
      const below = sizeAt(band.from - 1, lower, share, group);
      const from = sizeAt(band.from, band, share, group);
      if (below <= from) return [];
      const figure = context.plan.figures[share.of]?.name ?? share.of;
      const args = { group: group.id, figure, from: band.from, below, size: from };
      return [finding('plan/share-steps-inverted', context.at([...band.path, 'from']), args)];
    });
  });
}

function sizeAt(
  population: number,
  band: BandFile,
  share: ShareFile,
  { quota }: GroupFile,
): number {
  const least = band.at_least ?? share.at_least ?? 0;
  const most = band.at_most ?? share.at_most ?? Number.POSITIVE_INFINITY;
  const { round = 'ceil' } = quota;
  // What rows gain or lose by keeping a sum is not known here.
  const how = round === 'largest-remainder' ? 'half-up' : round;
  const size = wholeExact(exact(population).mul(band.rate).div(100), how);
  return Math.min(Math.max(size, least), most, population);
}
