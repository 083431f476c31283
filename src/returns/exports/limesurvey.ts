/** LimeSurvey: `helpers/admin/export/Writer.php` and `SurveyObj.php`; headings as codes, texts, or both. */
import { atMark, inBrackets } from './cut.ts';
import type { System } from './system.ts';

/** Code, and in exports with full headings the English words, of each column of its own. */
const own = {
  id: 'response id',
  submitdate: 'date submitted',
  lastpage: 'last page',
  startlanguage: 'start language',
  seed: 'seed',
  token: 'access code',
  startdate: 'date started',
  datestamp: 'date last action',
  ipaddr: 'ip address',
  refurl: 'referrer url',
  quota_exit: 'quota exit',
  interviewtime: 'total time',
} as const;

const codes = new Map<string, string>(Object.entries(own).map(([code, words]) => [words, code]));

/** `id. Response ID`, `id: …`: the code, and whatever separator was chosen before the words. */
const codeFirst = /^([A-Za-z][A-Za-z0-9_]*(?:\[[^\]]*\])*)(?:\s*[.:;|–—-]\s*|\s+)(\S.*)$/su;

function isOwn(code: string): boolean {
  return Object.hasOwn(own, code);
}

function bare(heading: string): string {
  const key = heading.toLowerCase().replaceAll('_', ' ');
  const words = codes.get(key);
  if (words !== undefined) return words;
  const [, code = ''] = codeFirst.exec(heading) ?? [];
  return isOwn(code.toLowerCase()) ? code : heading;
}

export const limesurvey: System = {
  name: 'LimeSurvey',
  recognises: (headings) => {
    const known = new Set([...headings].map((heading) => bare(heading).toLowerCase()));
    const marks = ['submitdate', 'lastpage', 'startlanguage', 'seed'];
    return known.has('id') && marks.filter((mark) => known.has(mark)).length >= 2;
  },
  repeats: [],
  own: Object.keys(own),
  fields: [
    // The running number alone is the same in every survey: the seed tells them apart.
    { field: 'reply', headings: ['id', 'seed'], all: true },
    { field: 'at', headings: ['submitdate', 'datestamp', 'startdate'] },
    { field: 'invitation', headings: ['token'] },
  ],
  cuts: (heading) => {
    const [, code = '', words = ''] = codeFirst.exec(heading) ?? [];
    const isCode = /^\w+$/.test(heading) && heading.includes('_');
    return [
      inBrackets(heading),
      ...(isCode ? [atMark(heading, '_')] : []),
      ...(code === '' ? [] : [inBrackets(code), inBrackets(words)]),
    ];
  },
  bare,
  asides: ['comment', 'othercomment'],
  other: 'other',
  exclude: { submitdate: [''] },
  times: 'local',
  decimal: 'point',
  notAsked: 'N/A',
};
