/** Answers of an export that no row could be taken for, again and again: it has codes of its own. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';

/** One slip is a slip; the same text in so many rows is how the system writes an answer. */
const fewestRows = 3;
const mostNamed = 6;

/** `reasons`: of rejected rows, all or the first of them. */
export function valueHints(file: string, reasons: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  for (const { code, args } of reasons) {
    if (code !== 'returns/unknown-option') continue;
    const { question, answer } = args as { readonly question: string; readonly answer: string };
    const name = `${question}: ${answer}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const often = [...seen].filter(([, count]) => count >= fewestRows).map(([name]) => name);
  if (often.length === 0) return [];
  const values = often.slice(0, mostNamed);
  return [finding('returns/export-values', { kind: 'file', file }, { values })];
}
