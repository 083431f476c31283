/** Survey folder → scores: plan, quotas, returns, points, all findings together. */
import type { Changes } from '../changes.ts';
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { Points } from '../points.ts';
import type { Ratings } from '../ratings.ts';
import type { Provenance } from '../report/provenance.ts';
import type { ScoredPlan } from '../report.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { listedCorrections } from '../returns/listed-corrections.ts';
import type { Scores } from '../scores/score.ts';
import { score } from '../scores.ts';
import type { Tallies } from '../tallies.ts';
import { tool } from '../version.ts';
import { type Weights, weigh } from '../weights.ts';
import type { ImportVisitor } from './each-rating.ts';
import { readCorrections } from './read-corrections.ts';
import { readPoints } from './read-points.ts';
import { readChanges } from './read-previous.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { readRatings } from './read-tallies.ts';
import { type Rehearsal, readRehearsal } from './rehearsal.ts';

export interface ScoredSurvey extends Survey {
  readonly plan: ScoredPlan;
  readonly tallies: Tallies;
  readonly ratings: Ratings;
  /** The tallies are counted with them. */
  readonly weights: Weights;
  readonly points: Points;
  readonly scores: Scores;
  /** Null: the plan compares with no earlier survey, or with none that can be compared. */
  readonly changes: Changes | null;
  readonly provenance: Provenance;
}

export interface OpenedScores {
  readonly scored: Checked<ScoredSurvey>;
  /** Text of the files that findings point into. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Errors of returns and points are found together, so that they can be mended together. `also`: whoever else looks at the returns. */
export async function readScores(
  path: string,
  io: Io,
  also: ImportVisitor | null = null,
): Promise<OpenedScores> {
  const { survey, sources } = await readQuotas(path, io);
  if (!survey.ok) return { scored: survey, sources };
  const { plan, folder, where } = survey.value;
  const { index } = plan;
  if (index === null) {
    const findings = [...survey.findings, finding('scores/no-index', where.file(), {})];
    return { scored: { ok: false, findings }, sources };
  }
  const counted = await readRatings(plan, folder, io, also);
  const corrected = await readCorrections(folder, io);
  const points = await readPoints(folder, plan, io);
  const findings: readonly Finding[] = [
    ...survey.findings,
    ...counted.findings,
    ...points.findings,
  ];
  if (!counted.ok || !points.ok) return { scored: { ok: false, findings }, sources };
  const { ratings, records } = counted.value;
  const weighed = weigh({ ...survey.value, plan: { ...plan, index } }, counted.value);
  const known = [...findings, ...weighed.findings];
  if (!weighed.ok) return { scored: { ok: false, findings: known }, sources };
  const { tallies, weights } = weighed.value;
  const scores = score(plan, tallies, points.value.points, where);
  const all = [...known, ...scores.findings];
  if (!scores.ok) return { scored: { ok: false, findings: all }, sources };
  const simulated = seedsOf(tallies, points.value.points, await readRehearsal(folder, io));
  const scored = { plan: { ...plan, index }, scores: scores.value };
  const changes = await readChanges(
    { ...scored, simulated: simulated.length > 0, folder, where },
    io,
  );
  const told = [...all, ...changes.findings];
  if (!changes.ok) return { scored: { ok: false, findings: told }, sources };
  const value: ScoredSurvey = {
    ...survey.value,
    plan: { ...plan, index },
    tallies,
    ratings,
    weights,
    points: points.value.points,
    scores: scores.value,
    changes: changes.value,
    provenance: {
      planFingerprint: survey.value.fingerprint,
      tool,
      batches: recordsOf(records),
      corrections: listedCorrections(
        corrected.ok ? corrected.value.lines : [],
        new Map(records.map(({ id, importedAt }) => [id, importedAt])),
      ),
      pointFiles: points.value.files,
      simulated,
      madeAt: null,
    },
  };
  return { scored: { ok: true, value, findings: told }, sources };
}

function recordsOf(records: readonly BatchRecord[]): Provenance['batches'] {
  return records
    .map(({ id, source, counts }) => ({ id, source, counts }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** In a folder of a rehearsal everything is one, whatever the files say. */
function seedsOf(tallies: Tallies, points: Points, rehearsal: Rehearsal | null): readonly string[] {
  const folder = rehearsal === null ? [] : [rehearsal.seed];
  return [...new Set([...tallies.simulated, ...points.simulated, ...folder])].sort();
}
