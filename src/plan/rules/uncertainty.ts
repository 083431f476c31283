/** How sure the results are to be said: levels and numbers of draws that say something. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { type Exact, exact, exactText, hundred } from '../../stats/exact.ts';
import type { Rule, RuleContext } from './rule.ts';

export const uncertaintyRules: readonly Rule[] = [
  { needs: ['index'], check: levels },
  { needs: ['index'], check: fewReplicates },
];

const [lowest, highest] = [exact(50), exact(999, 10)];

/** 100 % would hold everything that can be, and below 50 % the truth is rather outside. */
function levels({ file, at }: RuleContext): readonly Finding[] {
  const rules = file.index?.uncertainty;
  return (['confidence', 'rank_confidence'] as const).flatMap((key): readonly Finding[] => {
    const level = rules?.[key];
    if (level === undefined || isUsual(level)) return [];
    // `5%` is the error that 95 % leave.
    const meant = hundred.sub(level);
    const args = {
      text: percentText(level),
      least: percentText(lowest),
      most: percentText(highest),
      near: isUsual(meant) ? [percentText(meant)] : [],
    };
    return [finding('plan/out-of-range', at(['index', 'uncertainty', key]), args)];
  });
}

function isUsual(level: Exact): boolean {
  return level.compare(lowest) >= 0 && level.compare(highest) <= 0;
}

function percentText(value: Exact): string {
  return `${exactText(value)}%`;
}

/** With fewer, the ends of a 90 % interval are the work of a few draws each. */
const fewest = 100;

function fewReplicates({ file, at }: RuleContext): readonly Finding[] {
  const replicates = file.index?.uncertainty?.replicates ?? 0;
  if (replicates === 0 || replicates >= fewest) return [];
  const args = { replicates, least: fewest };
  return [finding('plan/few-replicates', at(['index', 'uncertainty', 'replicates']), args)];
}
