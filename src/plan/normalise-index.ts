/** `index` as written → its rules with every default filled in. */
import { exact, hundred } from '../stats/exact.ts';
import { record } from './entries.ts';
import type { Gathered } from './normalise.ts';
import { combinedMax, normaliseCriterion } from './normalise-criterion.ts';
import type { Asked } from './normalise-survey-leaf.ts';
import type {
  ClassBand,
  Group,
  Index,
  IndexFigure,
  Overall,
  Ranking,
  RespondentWeights,
  TieBreaker,
  UncertaintyRules,
} from './plan.ts';
import type { RespondentWeightsFile } from './schema/index-weights.ts';
import type { PlanFile } from './schema.ts';

export type IndexFile = NonNullable<PlanFile['index']>;
export type ClassFile = Extract<IndexFile['classes'], readonly unknown[]>[number];

const defaults = {
  decimals: 2,
  confidence: exact(95),
  rankConfidence: exact(90),
  replicates: 2000,
  hideBelow: 5,
} as const;

export function normaliseIndex(written: IndexFile, gathered: Gathered, asked: Asked): Index {
  const { rounding, classes, previous } = written;
  const listed = classes === undefined || !('default' in classes);
  const byBlock = listed ? [] : Object.entries(classes.by_block);
  const ranking = rankingOf(written);
  const context = {
    gathered,
    asked,
    step: written.step ?? null,
    minRatings: written.min_ratings,
    within: ranking.within,
  };
  const criteria = written.criteria.map((criterion) => normaliseCriterion(criterion, [], context));
  const combine = written.combine ?? 'sum';
  const sum = combinedMax(
    criteria.map(({ max }) => max),
    'sum',
  );
  return {
    criteria,
    combine,
    max: written.max ?? (combine === 'sum' ? sum : hundred),
    figures: Object.entries(written.figures ?? {}).map(figureOf),
    notApplicable: written.not_applicable ?? 'shrink',
    missing: written.missing ?? 'none',
    survey: written.survey ?? 'required',
    rank: ranking,
    classes: (listed ? (classes ?? []) : classes.default).map(classBand),
    classesByBlock: record(byBlock.map(([id, bands]) => [id, bands.map(classBand)] as const)),
    rounding: {
      decimals: rounding?.decimals ?? defaults.decimals,
      mode: rounding?.mode ?? 'half-up',
      shares: rounding?.shares ?? 'to-100',
    },
    bonus: written.bonus?.max ?? null,
    penalty: written.penalty?.max ?? null,
    highest: written.highest ?? null,
    decimal: written.decimal ?? null,
    overall: overallOf(written.overall),
    previous:
      previous === undefined ? null : { from: previous.from, criteria: previous.criteria ?? null },
    weights: groupWeights(written.weights, asked.groups),
    uncertainty: uncertaintyOf(written, gathered.file.survey),
    hideBelow: written.hide_below ?? defaults.hideBelow,
  };
}

function rankingOf({ rank }: IndexFile): Ranking {
  return {
    within: rank?.within ?? 'block',
    on: rank?.on ?? 'percent',
    ties: rank?.ties ?? 'joint',
    tieBreakers: (rank?.tie_breakers ?? []).map(tieBreaker),
  };
}

const ownTieBreakers = ['points', 'percent', 'survey', 'appraised'] as const;

function tieBreaker(text: string): TieBreaker {
  const kind = ownTieBreakers.find((one) => one === text);
  return kind === undefined ? { kind: 'criterion', code: text } : { kind };
}

function classBand({ name, from, share, only_if: onlyIf }: ClassFile): ClassBand {
  return { name, from: from ?? null, share: share ?? null, onlyIf: onlyIf ?? [] };
}

type FigureFile = NonNullable<IndexFile['figures']>[string];

function figureOf([id, { name, kind, from, to }]: [string, FigureFile]): IndexFigure {
  return { id, name: name ?? id, kind: kind ?? 'number', from: from ?? null, to: to ?? null };
}

function overallOf(written: IndexFile['overall']): Overall | null {
  if (written === undefined) return null;
  return typeof written === 'string' ? { kind: written } : { kind: 'stated', weights: written };
}

/** A written group on several forms stands in the plan as one for each form: its weights are those of each. */
function groupWeights(written: IndexFile['weights'], groups: readonly Group[]): Index['weights'] {
  const files = new Map(Object.entries(written ?? {}));
  return record(
    groups.flatMap(({ id, people }) => {
      const file = files.get(id) ?? files.get(people);
      return file === undefined ? [] : [[id, weightsOf(file)] as const];
    }),
  );
}

function weightsOf(written: RespondentWeightsFile): RespondentWeights {
  return {
    design: written.design ?? false,
    nonResponse: written.non_response ?? false,
    margins: written.margins ?? [],
    trim: written.trim ?? null,
  };
}

function uncertaintyOf({ uncertainty }: IndexFile, survey: string): UncertaintyRules {
  return {
    confidence: uncertainty?.confidence ?? defaults.confidence,
    rankConfidence: uncertainty?.rank_confidence ?? defaults.rankConfidence,
    replicates: uncertainty?.replicates ?? defaults.replicates,
    seed: uncertainty?.seed ?? survey,
  };
}
