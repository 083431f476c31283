/** From a standard error to an interval: which method fits, and what is to be said of it. */
import type { Index } from '../plan/plan.ts';
import type { Exact } from '../stats/exact.ts';
import { effectiveSize, wilson } from '../stats/proportion-intervals.ts';
import { twoSidedT } from '../stats/student.ts';
import type { Interval, IntervalMethod, Remark } from '../uncertainty.ts';
import { type DomainVariances, marks } from './variance.ts';

/** A standard error as small is rounding. */
const hair = 1e-9;

/** Everything that the interval of one figure is made of. */
export interface Basis {
  readonly estimate: number;
  /** Of the answers keyed one by one. */
  readonly variance: number;
  readonly respondents: number;
  /** Strata with anything left to chance, and respondents or clusters in them. */
  readonly strata: number;
  readonly drawn: number;
  /** Strata at all, complete ones as well. */
  readonly allStrata: number;
  readonly lonely: number;
  readonly marks: number;
  /** Of paper tallies; one for each group. */
  readonly paper: readonly PaperShare[];
  /** What stands instead of the variance; null: there is a formula. */
  readonly bootstrap: Bootstrap | null;
  /** No percent can lie beyond them; null: there is no end. */
  readonly least: number | null;
  readonly most: number | null;
}

export interface Bootstrap {
  /** Standard error; null: nothing was drawn that would tell. */
  readonly error: number | null;
  /** What answers about other units leave to chance here; null: they do not matter. */
  readonly others: Chance | null;
}

/** What decides whether anything is left to chance, and the degrees of freedom. */
export type Chance = Pick<Basis, 'strata' | 'drawn' | 'allStrata' | 'paper'>;

export interface PaperShare {
  readonly error: number;
  readonly forms: number;
  readonly isComplete: boolean;
  readonly isExact: boolean;
}

/** What the domains say of one of them. */
export function domainBasis(
  found: DomainVariances,
  domain: number,
): Pick<Basis, 'variance' | 'respondents' | 'strata' | 'drawn' | 'allStrata' | 'lonely' | 'marks'> {
  return {
    variance: found.variance[domain] ?? 0,
    respondents: found.sheets[domain] ?? 0,
    strata: found.strata[domain] ?? 0,
    drawn: found.drawn[domain] ?? 0,
    allStrata: found.allStrata[domain] ?? 0,
    lonely: found.lonely[domain] ?? 0,
    marks: found.marks[domain] ?? 0,
  };
}

export function respondentsOf({
  respondents,
  paper,
}: Pick<Basis, 'respondents' | 'paper'>): number {
  return paper.reduce((sum, { forms }) => sum + forms, respondents);
}

/** By which rules intervals are made. */
export interface Sureness {
  /** A fraction. */
  readonly confidence: Exact;
  /** t of so many degrees of freedom. */
  readonly t: (df: number) => number;
  /** With fewer respondents nothing is shown but that a census was complete. */
  readonly fewest: number;
}

export function surenessOf({ uncertainty, hideBelow }: Index): Sureness {
  const confidence = uncertainty.confidence.div(100);
  const known = new Map<number, number>();
  const t = (df: number): number => {
    const value = known.get(df) ?? twoSidedT(confidence, df);
    known.set(df, value);
    return value;
  };
  return { confidence, t, fewest: hideBelow };
}

export function intervalOf(basis: Basis, { t, fewest }: Sureness): Interval {
  const { estimate, paper, bootstrap } = basis;
  const all = respondentsOf(basis);
  const remarks = remarksOf(basis);
  if (isCensus(basis)) {
    return { method: 'census', low: estimate, high: estimate, error: 0, df: null, remarks: [] };
  }
  if (all < fewest) return bare('hidden', []);
  const error = errorOf(basis);
  if (error === null) return bare('none', [...remarks, 'not-worked-out']);
  const df = freedom(basis);
  if (all < 2 || df < 1) return bare('none', remarks);
  if (error <= hair) return bare('none', [...remarks, bootstrap === null ? 'alike' : 'unmoved']);
  const isBound = paper.some(({ isExact, isComplete }) => !isExact && !isComplete);
  const method = methodOf(basis, isBound);
  return { method, ...bounds(basis, t(df) * error), error, df, remarks };
}

/** The share of one question in one stratum: `base` answers, the share `fraction` of all there are. */
export function wilsonInterval(
  basis: Basis,
  base: number,
  fraction: number,
  sureness: Sureness,
): Interval {
  const usual = intervalOf(basis, sureness);
  if (usual.method === 'census' || usual.method === 'hidden' || base === 0) return usual;
  const size = effectiveSize(base, fraction);
  const share = basis.estimate / 100;
  const found = wilson(share * size, size, sureness.confidence);
  const low = Math.min(found.low * 100, basis.estimate);
  const high = Math.max(found.high * 100, basis.estimate);
  const remarks = usual.remarks.filter((remark) => remark !== 'alike');
  return { method: 'wilson', low, high, error: errorOf(basis), df: null, remarks };
}

function bare(method: IntervalMethod, remarks: readonly Remark[]): Interval {
  return { method, low: null, high: null, error: null, df: null, remarks };
}

function isCensus(basis: Basis): boolean {
  const others = basis.bootstrap?.others ?? null;
  const isAsked = basis.allStrata + basis.paper.length > 0;
  return isAsked && isClosed(basis) && (others === null || isClosed(others));
}

/** Nothing is left to chance. */
function isClosed({ strata, paper }: Chance): boolean {
  return strata === 0 && paper.every((one) => one.isComplete);
}

/** Of the unit's own answers, or of those it is set against, where they are more: both move it. */
function freedom(basis: Basis): number {
  const others = basis.bootstrap?.others ?? null;
  return Math.max(degreesOf(basis), others === null ? 0 : degreesOf(others));
}

/**
 * Respondents (clusters) less strata, of those where anything is left to chance, as R's survey package counts them. Where every
 * stratum has only one, they are taken as one stratum together (Cochran 1977, Sampling Techniques, 5A.12).
 */
function degreesOf({ drawn, strata, paper }: Chance): number {
  const open = paper.filter(({ isComplete }) => !isComplete);
  const onPaper = open.reduce((sum, { forms }) => sum + forms - 1, 0);
  const usual = drawn - strata + onPaper;
  return usual > 0 ? usual : drawn - 1;
}

/** Groups are independent of each other, and of what was keyed. */
function errorOf({ variance, paper, bootstrap }: Basis): number | null {
  if (bootstrap !== null) return bootstrap.error;
  return Math.sqrt(paper.reduce((sum, { error }) => sum + error ** 2, variance));
}

function methodOf({ bootstrap, marks: said }: Basis, isBound: boolean): IntervalMethod {
  if (isBound) return 'bound';
  if (bootstrap !== null) return 'bootstrap';
  return (said & marks.clusters) === 0 ? 't' : 'clusters';
}

/** The estimate is always in it, wherever the ends are. */
function bounds({ estimate, least, most }: Basis, half: number): Pick<Interval, 'low' | 'high'> {
  const [low, high] = [estimate - half, estimate + half];
  return {
    low: least === null ? low : Math.max(Math.min(least, estimate), low),
    high: most === null ? high : Math.min(Math.max(most, estimate), high),
  };
}

function remarksOf({ marks: said, lonely, paper }: Basis): readonly Remark[] {
  const found: readonly (readonly [boolean, Remark])[] = [
    [(said & marks.incomplete) !== 0, 'incomplete-census'],
    [(said & marks.unbounded) !== 0, 'no-population'],
    [(said & marks.crowded) !== 0, 'crowded'],
    [lonely > 0, 'lonely'],
    [(said & marks.named) !== 0, 'named-places'],
    [paper.length > 0, 'paper'],
  ];
  return found.flatMap(([holds, remark]) => (holds ? [remark] : []));
}
