/**
 * Variances of many sums of influences at once, each for a domain: a leaf of a unit, a field of it, its total.
 * The formula stands in influence.ts; respondents outside a domain count as zeros in it, as is right for domains of random
 * size (Särndal, Swensson and Wretman 1992, 10.3).
 */
import type { Cluster, Draw, Influences, Stratum } from './influence.ts';

/** Which domain an influence belongs to, and how much of it counts there. */
export interface Domains {
  readonly count: number;
  /** -1: none. */
  readonly of: (unit: number, leaf: number) => number;
  readonly factor: (unit: number, leaf: number) => number;
}

/** By domain. */
export interface DomainVariances {
  readonly variance: Float64Array;
  /** Respondents with a say in it. */
  readonly sheets: Int32Array;
  /** Of strata where anything is left to chance: respondents, or clusters in which any of them are. */
  readonly drawn: Int32Array;
  readonly strata: Int32Array;
  /** Strata with a say in it, those that were asked completely as well. */
  readonly allStrata: Int32Array;
  /** Strata of one respondent (cluster) alone. */
  readonly lonely: Int32Array;
  /** Of `marks`, those of its strata together. */
  readonly marks: Uint8Array;
}

/** What is to be said of an interval. */
export const marks = {
  clusters: 1,
  /** A census that not everybody has answered. */
  incomplete: 2,
  /** Nobody knows how many there are. */
  unbounded: 4,
  /** Places named, not drawn. */
  named: 8,
  /** More have answered than there should be. */
  crowded: 16,
} as const;

export function domainVariances({ strata }: Influences, domains: Domains): DomainVariances {
  const { count } = domains;
  const result = {
    variance: new Float64Array(count),
    sheets: new Int32Array(count),
    drawn: new Int32Array(count),
    strata: new Int32Array(count),
    allStrata: new Int32Array(count),
    lonely: new Int32Array(count),
    marks: new Uint8Array(count),
  };
  const sums = sparseSums(count);
  for (const stratum of strata) {
    if (stratum.clusters === null) plainStratum(stratum, domains, sums, result);
    else clusteredStratum(stratum, stratum.clusters, domains, sums, result);
  }
  return result;
}

/** Sums by domain of which few are not 0, to be emptied quickly. */
interface SparseSums {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly many: Int32Array;
  /** Domains that have something, `length` of them. */
  readonly touched: Int32Array;
  length: number;
  /** Of one sheet or cluster. */
  readonly own: Float64Array;
  readonly has: Uint8Array;
  readonly ownTouched: Int32Array;
  ownLength: number;
}

function sparseSums(count: number): SparseSums {
  return {
    first: new Float64Array(count),
    second: new Float64Array(count),
    many: new Int32Array(count),
    touched: new Int32Array(count),
    length: 0,
    own: new Float64Array(count),
    has: new Uint8Array(count),
    ownTouched: new Int32Array(count),
    ownLength: 0,
  };
}

/** Adds the influences of one sheet to what is kept of its sheet or cluster. */
function gather(stratum: Stratum, sheet: number, domains: Domains, sums: SparseSums): void {
  const { start, unit, leaf, value } = stratum;
  const end = start[sheet + 1] as number;
  for (let at = start[sheet] as number; at < end; at++) {
    const [u, l] = [unit[at] as number, leaf[at] as number];
    const domain = domains.of(u, l);
    if (domain < 0) continue;
    if (sums.has[domain] === 0) {
      sums.has[domain] = 1;
      sums.ownTouched[sums.ownLength++] = domain;
    }
    sums.own[domain] = (sums.own[domain] as number) + domains.factor(u, l) * (value[at] as number);
  }
}

/** A sheet (cluster) is complete: its sums go to those of the stratum. */
function settle(sums: SparseSums, visit: (domain: number) => void): void {
  for (let at = 0; at < sums.ownLength; at++) {
    const domain = sums.ownTouched[at] as number;
    const z = sums.own[domain] as number;
    if (sums.many[domain] === 0) sums.touched[sums.length++] = domain;
    sums.many[domain] = (sums.many[domain] as number) + 1;
    sums.first[domain] = (sums.first[domain] as number) + z;
    sums.second[domain] = (sums.second[domain] as number) + z * z;
    sums.own[domain] = 0;
    sums.has[domain] = 0;
    visit(domain);
  }
  sums.ownLength = 0;
}

/** The stratum is complete: hands over what each domain has in it, and empties the sums. */
function close(sums: SparseSums, visit: (domain: number) => void): void {
  for (let at = 0; at < sums.length; at++) {
    const domain = sums.touched[at] as number;
    visit(domain);
    sums.first[domain] = 0;
    sums.second[domain] = 0;
    sums.many[domain] = 0;
  }
  sums.length = 0;
}

/** n ÷ (n − 1) × Σ (z − z̄)² over `all` members, most of which may be zeros; of one alone z². */
function spread(sums: SparseSums, domain: number, all: number): number {
  const second = sums.second[domain] as number;
  if (all < 2) return second;
  const first = sums.first[domain] as number;
  const squares = second - (first * first) / all;
  // What is left of equal values is rounding.
  return squares <= second * 1e-13 ? 0 : (squares * all) / (all - 1);
}

function plainStratum(
  stratum: Stratum,
  domains: Domains,
  sums: SparseSums,
  result: DomainVariances,
): void {
  for (let sheet = 0; sheet < stratum.sheets; sheet++) {
    gather(stratum, sheet, domains, sums);
    settle(sums, (domain) => add(result.sheets, domain, 1));
  }
  const kind = marksOf(stratum);
  close(sums, (domain) => {
    note(result, domain, stratum, [sums.many[domain] as number, stratum.sheets], kind);
    add(result.variance, domain, (1 - stratum.fraction) * spread(sums, domain, stratum.sheets));
  });
}

function clusteredStratum(
  stratum: Stratum,
  clusters: readonly Cluster[],
  domains: Domains,
  sums: SparseSums,
  result: DomainVariances,
): void {
  for (let sheet = 0; sheet < stratum.sheets; sheet++) {
    gather(stratum, sheet, domains, sums);
    settle(sums, (domain) => add(result.sheets, domain, 1));
  }
  close(sums, () => undefined);
  const kind = marksOf(stratum);
  const work = { stratum, domains, sums, variance: result.variance };
  const { fraction } = stratum;
  stageVariance(work, { fraction, sheets: new Int32Array(0), clusters }, 1, (domain, many) =>
    note(result, domain, stratum, [many, clusters.length], kind),
  );
}

interface StageWork {
  readonly stratum: Stratum;
  readonly domains: Domains;
  readonly sums: SparseSums;
  readonly variance: Float64Array;
}

/** What was drawn, set against each other, then what was drawn within each place. `open`: product of the fractions above. */
function stageVariance(
  work: StageWork,
  { fraction, sheets, clusters }: Omit<Draw, 'name'>,
  open: number,
  visit: (domain: number, many: number) => void = () => undefined,
): void {
  const { stratum, domains, sums, variance } = work;
  const members = clusters?.length ?? sheets.length;
  for (let at = 0; at < members; at++) {
    for (const sheet of clusters?.[at]?.sheets ?? sheets.subarray(at, at + 1)) {
      gather(stratum, sheet, domains, sums);
    }
    settle(sums, () => undefined);
  }
  close(sums, (domain) => {
    visit(domain, sums.many[domain] as number);
    add(variance, domain, open * (1 - fraction) * spread(sums, domain, members));
  });
  if (open * fraction === 0) return;
  for (const { draws } of clusters ?? []) {
    for (const draw of draws) stageVariance(work, draw, open * fraction);
  }
}

function marksOf({ clusters, census, population, fraction, named }: Stratum): number {
  const place = (clusters === null ? 0 : marks.clusters) + (named ? marks.named : 0);
  if (clusters !== null) return place;
  if (population === null) return place + marks.unbounded;
  if (fraction === 0) return place + marks.crowded;
  return place + (census && fraction < 1 ? marks.incomplete : 0);
}

/** What a stratum in which `many` of `all` have a say means for the domain. */
function note(
  result: DomainVariances,
  domain: number,
  { fraction }: Stratum,
  [many, all]: readonly [number, number],
  kind: number,
): void {
  add(result.allStrata, domain, 1);
  result.marks[domain] = (result.marks[domain] as number) | kind;
  if (fraction >= 1) return;
  add(result.strata, domain, 1);
  add(result.drawn, domain, many);
  if (all === 1) add(result.lonely, domain, 1);
}

function add(into: Float64Array | Int32Array, at: number, what: number): void {
  into[at] = (into[at] as number) + what;
}
