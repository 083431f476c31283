/** Every finding the tool can make. One file per stage holds the entries; this is their union. */

import { changeFindings } from './changes.ts';
import { checkFindings } from './check.ts';
import { costFindings } from './costs.ts';
import { documentFindings } from './document.ts';
import { fileFindings } from './file.ts';
import { fileReadingFindings } from './file-reading.ts';
import { fileTextFindings } from './file-text.ts';
import type { Finding, FindingKind, Severity, Where } from './finding.ts';
import { newFindings } from './new.ts';
import { packetFindings } from './packet.ts';
import { planFindings } from './plan.ts';
import { pointFindings } from './points.ts';
import { powerFindings } from './power.ts';
import { quotaFindings } from './quota.ts';
import { rankingFindings } from './ranking.ts';
import { returnsFindings } from './returns.ts';
import { sampleFindings } from './sample.ts';
import { scoreFindings } from './scores.ts';
import { scoringFindings } from './scoring.ts';
import { simulateFindings } from './simulate.ts';
import { statusFindings } from './status.ts';
import { traceFindings } from './trace.ts';
import { uncertaintyFindings } from './uncertainty.ts';
import { weightFindings } from './weights.ts';

export const catalogue = {
  ...fileFindings,
  ...fileReadingFindings,
  ...fileTextFindings,
  ...pointFindings,
  ...scoreFindings,
  ...scoringFindings,
  ...rankingFindings,
  ...weightFindings,
  ...changeFindings,
  ...uncertaintyFindings,
  ...powerFindings,
  ...traceFindings,
  ...packetFindings,
  ...planFindings,
  ...quotaFindings,
  ...returnsFindings,
  ...simulateFindings,
  ...statusFindings,
  ...sampleFindings,
  ...costFindings,
  ...checkFindings,
  ...documentFindings,
  ...newFindings,
};

export type Code = keyof typeof catalogue;

/** The arguments that the sentences of a code are written with. */
export type FindingArgs<C extends Code> =
  (typeof catalogue)[C] extends FindingKind<infer A> ? A : never;

export const codes = Object.keys(catalogue) as readonly Code[];

export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}

export function finding<C extends Code>(code: C, at: Where, args: FindingArgs<C>): Finding {
  return { code, at, args } as Finding;
}

export function severityOf(found: Finding): Severity {
  return catalogue[found.code].severity;
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((found) => severityOf(found) === 'error');
}
