/** Plan, lists and quotas → the draw and its record, for every `survey sample …`. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import { sameDraw } from '../sample/compare.ts';
import { type DrawRecord, drawRecord, type FrameFile, parseRecord } from '../sample/record.ts';
import { type Draw, draw } from '../sample.ts';
import { tool } from '../version.ts';
import { readQuotas, type Survey } from './read-quotas.ts';

export interface Sample {
  readonly survey: Survey;
  /** Null: the lists do not allow a draw; the findings say why. */
  readonly drawn: Draw | null;
  readonly frame: readonly FrameFile[];
  /** Of the draw as it is now, without earlier ones; null as `drawn`. */
  readonly record: DrawRecord | null;
}

export interface SampleReading {
  readonly sample: Checked<Sample>;
  readonly sources: ReadonlyMap<string, string>;
}

export const recordFile = 'draw.json';
export const tableFile = 'draw.csv';

/** `ok: false` only where the plan or its quotas are wrong. */
export async function readSample(path: string, io: Io): Promise<SampleReading> {
  const { survey, sources } = await readQuotas(path, io);
  if (!survey.ok) return { sample: survey, sources };
  const { plan, quotas, people, where, folder, frameFiles, fingerprint } = survey.value;
  const drawn = draw(plan, quotas, people, where);
  const frame: FrameFile[] = [];
  for (const file of frameFiles) {
    frame.push({ file, sha256: sha256(await io.read(join(folder, file))) });
  }
  const context = {
    survey: plan.survey,
    tool,
    planFingerprint: fingerprint,
    frame,
    redraws: [],
    sha256,
  };
  const value: Sample = {
    survey: survey.value,
    drawn: drawn.ok ? drawn.value : null,
    frame,
    record: drawn.ok ? drawRecord(drawn.value, context) : null,
  };
  return {
    sample: { ok: true, value, findings: [...survey.findings, ...drawn.findings] },
    sources,
  };
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The record at a path; null: nothing there. */
export async function readRecordAt(path: string, io: Io): Promise<Checked<DrawRecord | null>> {
  const at = { kind: 'file', file: path } as const;
  const entry = await io.stat(path);
  if (entry === null) return { ok: true, value: null, findings: [] };
  const unreadable = [finding('sample/record-unreadable', at, { path })];
  // No record is anywhere near this size.
  if (entry.kind !== 'file' || entry.size > 200_000_000) return { ok: false, findings: unreadable };
  const record = parseRecord(new TextDecoder().decode(await io.read(path)));
  if (record === null) return { ok: false, findings: unreadable };
  return { ok: true, value: record, findings: [] };
}

export interface Standing {
  readonly survey: Survey;
  readonly drawn: Draw;
  readonly record: DrawRecord;
}

/** The draw that was recorded, provided that it is still what plan and lists give. */
export async function readStanding(
  path: string,
  io: Io,
): Promise<{ readonly standing: Checked<Standing>; readonly sources: SampleReading['sources'] }> {
  const { sample, sources } = await readSample(path, io);
  if (!sample.ok) return { standing: sample, sources };
  const { survey, drawn, record: now } = sample.value;
  const file = join(survey.folder, 'out', 'sample', recordFile);
  const at = { kind: 'file', file } as const;
  const refused = (findings: readonly Finding[]) => {
    return {
      standing: { ok: false, findings: [...sample.findings, ...findings] } as const,
      sources,
    };
  };
  const read = await readRecordAt(file, io);
  if (!read.ok) return refused(read.findings);
  const record = read.value;
  if (record === null) return refused([finding('sample/record-missing', at, { path: file })]);
  if (drawn === null || now === null || !sameDraw(record, now) || hasErrors(sample.findings)) {
    return refused([finding('sample/draw-stale', at, { path: file })]);
  }
  // What the plan and the lists warn of was said when it was drawn.
  return { standing: { ok: true, value: { survey, drawn, record }, findings: [] }, sources };
}
