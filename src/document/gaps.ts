/** What the official document still lacks, or what will not look well: it is printed all the same. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { Plan } from '../plan/plan.ts';

/** `at`: the section `document`, or the top of the file without one. */
export function documentGaps(plan: Plan, at: Where): readonly Finding[] {
  return [...gaps(plan, at), ...longTitles(plan, at), ...otherLayout(plan, at)];
}

/** A draft (its number begins with the signs) has its number, and its day and month, written in by hand. */
function gaps({ document, fieldwork }: Plan, at: Where): readonly Finding[] {
  const { number } = document;
  const isDraft = number !== null && /^[/-]/.test(number);
  const { opens, closes, windows } = fieldwork;
  const missing = [
    ['issuer', document.issuer === null && document.parent === null],
    ['number', number === null],
    ['place', document.place === null],
    ['date', document.month === null && !(isDraft && opens !== null)],
    ['basis', document.basis.length === 0],
    ['recipients', document.recipients.length === 0],
    ['signer', document.signer === null],
    ['fieldwork', opens === null && closes === null && windows.length === 0],
  ] as const;
  const keys = missing.filter(([, isMissing]) => isMissing).map(([key]) => key);
  return keys.length === 0 ? [] : [finding('document/incomplete', at, { keys })];
}

/** Four lines of the paper. */
const most = 300;

function longTitles({ document, title }: Plan, at: Where): readonly Finding[] {
  const texts = [
    { key: 'title', text: title },
    { key: 'document.abstract', text: document.abstract ?? '' },
  ];
  return texts
    .filter(({ text }) => text.length > most)
    .map(({ key, text }) =>
      finding('document/long-title', at, { key, letters: text.length, most }),
    );
}

const others = /^(công văn|quyết định|nghị quyết|chỉ thị|tờ trình|giấy mời|biên bản)/iu;

function otherLayout({ document: { kind } }: Plan, at: Where): readonly Finding[] {
  return others.test(kind.normalize('NFC')) ? [finding('document/other-layout', at, { kind })] : [];
}
