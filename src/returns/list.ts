/** The imports as text lines: an id alone on its line, so that it can be copied, then what it is. */
import type { Lang } from '../findings/finding.ts';
import { formatCount, formatMoment } from '../formats/numbers.ts';
import { printable } from '../formats/printable.ts';
import type { BatchRecord } from './batch.ts';

/** `undo.json` */
export interface Undo {
  readonly why: string;
  readonly by: string;
  /** UTC, to the second. */
  readonly at: string;
}

export interface Listed {
  readonly record: BatchRecord;
  /** Null while the import counts. */
  readonly undo: Undo | null;
}

/** In the order given. */
export function listText(listed: readonly Listed[], lang: Lang): string {
  return listed.map((one) => entryText(one, lang)).join('');
}

function entryText({ record, undo }: Listed, lang: Lang): string {
  const words = texts[lang];
  const { id, kind, purpose, source, counts, importedBy, importedAt, simulated } = record;
  const facts = [
    purpose === 'returns' ? words[kind] : `${words[kind]} (${words[purpose]})`,
    source.sheet === null ? source.name : `${source.name} [${source.sheet}]`,
    words.counts(formatCount(counts.accepted, lang), formatCount(counts.rejected, lang)),
    `${importedBy}, ${formatMoment(importedAt, lang)}`,
    ...(simulated === null ? [] : [words.simulated(simulated)]),
  ];
  const undone =
    undo === null ? [] : [words.undone(undo.by, formatMoment(undo.at, lang), undo.why)];
  const lines = [facts.join(' · '), ...undone].map((line) => `    ${printable(line)}\n`);
  return `${printable(id)}\n${lines.join('')}`;
}

/** Null: not an `undo.json` of ours. */
export function parseUndo(text: string): Undo | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { why, by, at } = value as Partial<Record<keyof Undo, unknown>>;
  const areTexts = typeof why === 'string' && typeof by === 'string' && typeof at === 'string';
  return areTexts ? { why, by, at } : null;
}

const texts = {
  vi: {
    rows: 'từng phiếu',
    tallies: 'kiểm đếm',
    corrections: 'đính chính',
    'second-entry': 'nhập lần hai, không tính điểm',
    'back-check': 'phúc tra, không tính điểm',
    counts: (accepted: string, rejected: string) => `nhận ${accepted} dòng, loại ${rejected}`,
    simulated: (seed: string) => `MÔ PHỎNG (hạt giống ${seed})`,
    undone: (by: string, at: string, why: string) => `đã rút bởi ${by}, ${at}: ${why}`,
  },
  en: {
    rows: 'rows',
    tallies: 'tally',
    corrections: 'corrections',
    'second-entry': 'second entry, not counted',
    'back-check': 'back-check, not counted',
    counts: (accepted: string, rejected: string) =>
      `${accepted} rows accepted, ${rejected} rejected`,
    simulated: (seed: string) => `SIMULATED (seed ${seed})`,
    undone: (by: string, at: string, why: string) => `undone by ${by}, ${at}: ${why}`,
  },
} as const;
