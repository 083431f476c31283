/** What the official document still lacks: it is printed all the same, with room to write it in. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { PlanDocument } from '../plan/plan.ts';

/** A draft's blank number and day are no gaps. `at`: the section `document`, or the top of the file without one. */
export function documentGaps(document: PlanDocument, at: Where): readonly Finding[] {
  const missing = [
    ['issuer', document.issuer === null && document.parent === null],
    ['number', document.number === null],
    ['place', document.place === null],
    ['date', document.month === null],
    ['basis', document.basis.length === 0],
    ['recipients', document.recipients.length === 0],
    ['signer', document.signer === null],
  ] as const;
  const keys = missing.filter(([, isMissing]) => isMissing).map(([key]) => key);
  return keys.length === 0 ? [] : [finding('document/incomplete', at, { keys })];
}
