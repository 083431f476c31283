/** A group's quota as written → its rule, modifiers and pools. */
import { exact, hundred, zero } from '../stats/exact.ts';
import { record } from './entries.ts';
import type { Gathered } from './normalise.ts';
import type { GroupFile } from './normalise-groups.ts';
import type {
  CensusSource,
  Formula,
  Modifiers,
  Pool,
  QuotaRule,
  Share,
  Split,
  Stage,
  StageTake,
  Take,
} from './plan.ts';
import type { quotaRuleSchemas } from './schema/quota.ts';

type QuotaFile = GroupFile['quota'];
/** One rule as it may stand in `quota` or in `except`. */
export type RuleFile = Pick<QuotaFile, keyof typeof quotaRuleSchemas>;
type Written<K extends keyof RuleFile> = NonNullable<RuleFile[K]>;
type SplitFile = Written<'split'>;

/** The rule that is written; of none or several (an error) a total of 0 or the first. */
export function ruleOf(written: RuleFile, gathered: Gathered): QuotaRule {
  const { counts, each, census, per, share, formula, split, stages, band, from } = written;
  if (counts !== undefined) {
    const known = new Set(gathered.units.map((unit) => unit.id));
    const entries = Object.entries(counts).filter(([id]) => known.has(id));
    return { rule: 'counts', counts: record(entries) };
  }
  if (each !== undefined) return eachOf(each);
  if (census !== undefined) return { rule: 'census', from: censusOf(census, gathered) };
  if (per !== undefined) return { rule: 'per', take: per.take, of: per.of };
  if (share !== undefined) return { rule: 'share', ...shareOf(share) };
  if (formula !== undefined) return { rule: 'formula', ...formulaOf(formula) };
  if (split !== undefined) return { rule: 'split', ...splitOf(split) };
  if (stages !== undefined) return stagesOf(stages, gathered);
  if (band !== undefined) return bandOf(band);
  if (from !== undefined) return { rule: 'from', survey: from };
  return { rule: 'total', total: written.total ?? 0 };
}

function eachOf(written: Written<'each'>): QuotaRule {
  if (typeof written === 'number') {
    return { rule: 'each', size: written, byType: record([]), by: null };
  }
  const { by, sizes } = written;
  return {
    rule: 'each',
    size: written.default ?? null,
    byType: record(Object.entries(written.by_type ?? {})),
    by: by === undefined ? null : { figure: by, sizes: record(Object.entries(sizes ?? {})) },
  };
}

function censusOf(census: Written<'census'>, gathered: Gathered): CensusSource {
  if (typeof census === 'string') return { kind: 'attribute', attribute: census };
  const counts = gathered.rosters.get(census.roster) ?? null;
  return { kind: 'roster', file: census.roster, due: census.due ?? null, counts };
}

function shareOf(written: Written<'share'>): Share {
  const bands = written.bands ?? [
    { from: 0, rate: written.rate ?? zero, at_least: undefined, at_most: undefined },
  ];
  return {
    of: written.of,
    bands: [...bands]
      .sort((left, right) => left.from - right.from)
      .map(({ from, rate, at_least, at_most }) => ({
        from,
        rate,
        atLeast: at_least ?? written.at_least ?? null,
        atMost: at_most ?? written.at_most ?? null,
      })),
  };
}

function formulaOf(written: Written<'formula'>): Formula {
  return {
    method: written.method === 'cochran' ? 'cochran' : 'slovin',
    of: written.of ?? null,
    error: written.error ?? exact(5),
    confidence: written.confidence ?? exact(95),
    proportion: written.proportion ?? exact(50),
    designEffect: written.design_effect ?? exact(1),
    designEffectOn: written.design_effect_on ?? 'before-correction',
  };
}

export function splitOf(written: SplitFile): Split {
  return {
    total: written.total,
    each: written.each ?? 0,
    by: written.by,
    of: written.of ?? null,
    spread: written.spread ?? null,
    cost: written.cost ?? null,
    parameter: written.parameter ?? null,
    min: written.min ?? 0,
    max: written.max ?? null,
    cap: written.cap ?? null,
  };
}

function stagesOf(written: Written<'stages'>, gathered: Gathered): QuotaRule {
  const levels = gathered.file.places?.levels ?? [];
  const stages = written.by.map((stage): Stage => {
    const picks = record(Object.entries(stage.picks ?? {}));
    return {
      level: levels.indexOf(stage.level),
      how: stage.how ?? 'named',
      take: stageTake(stage, Object.values(picks)),
      reserve: stage.reserve ?? 0,
      size: stage.size ?? null,
      picks,
    };
  });
  return {
    rule: 'stages',
    stages: stages.filter(({ level }) => level >= 0),
    take: takeOf(written.take),
    designEffect: written.design_effect ?? null,
  };
}

function stageTake(
  { take, fraction }: Written<'stages'>['by'][number],
  picks: readonly number[],
): StageTake {
  if (fraction !== undefined) return { kind: 'fraction', percent: fraction };
  if (take === undefined) {
    const count = picks.reduce((sum, one) => sum + one, 0);
    return { kind: 'count', count, byType: record([]) };
  }
  if (typeof take === 'number') return { kind: 'count', count: take, byType: record([]) };
  const byType = record(Object.entries(take.by_type));
  return { kind: 'count', count: take.default ?? null, byType };
}

function takeOf(written: Written<'stages'>['take']): Take {
  if (typeof written === 'number') return { kind: 'count', count: written, byType: record([]) };
  if ('of' in written) {
    const { of, share, at_least } = written;
    return { kind: 'share', of, percent: share, atLeast: at_least ?? 0 };
  }
  const byType = record(Object.entries(written.by_type));
  return { kind: 'count', count: written.default ?? null, byType };
}

function bandOf(band: Written<'band'>): QuotaRule {
  return {
    rule: 'band',
    observed: band.observed,
    withinPercent: band.within ?? null,
    withinForms: band.within_forms ?? null,
    atLeast: band.at_least ?? 0,
    crowdedFrom: band.crowded_from ?? null,
    onePerVisitor: band.one_per_visitor ?? false,
  };
}

export function modifiersOf(written: QuotaFile): Modifiers {
  const { count, percent } = reserveOf(written.reserve);
  const rate = written.response_rate;
  return {
    round: written.round ?? 'ceil',
    min: written.min ?? null,
    max: written.max ?? null,
    population: written.population ?? null,
    responseRate: rate === undefined || rate.equals(hundred) ? null : rate,
    reserve: { count, percent },
  };
}

function reserveOf(written: QuotaFile['reserve']): Modifiers['reserve'] {
  return { count: written?.sheets ?? 0, percent: written?.percent ?? zero };
}

export function poolsOf(written: QuotaFile, gathered: Gathered): readonly Pool[] {
  return (written.pools ?? []).map(({ name, units, ...split }) => {
    const listed = new Set(units);
    const known = gathered.units.filter(({ id }) => listed.has(id)).map(({ id }) => id);
    return { name, units: known, split: splitOf(split) };
  });
}
