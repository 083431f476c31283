/** Where findings point: in words, and in the order of the files. */
import { printable } from '../formats/printable.ts';
import type { Finding, Lang, Where } from './finding.ts';

/**
 * `plan.yaml:12:7`, which editors open, for text; words for tables, because that is how Excel shows
 * them: `phieu.xlsx, trang tính “01”, dòng 12, cột “Số phiếu”`.
 */
export function placeText(at: Where, lang: Lang): string {
  const file = printable(at.file);
  if (at.kind === 'file') return file;
  if (at.kind === 'text') return `${file}:${at.line}:${at.column}`;
  const words = lang === 'vi' ? vietnamese : english;
  return [
    file,
    ...(at.sheet === null ? [] : [`${words.sheet} “${printable(at.sheet)}”`]),
    ...(at.row === null ? [] : [`${words.row} ${at.row}`]),
    ...(at.column === null ? [] : [`${words.column} “${printable(at.column)}”`]),
  ].join(', ');
}

const vietnamese = { sheet: 'trang tính', row: 'dòng', column: 'cột' };
const english = { sheet: 'sheet', row: 'row', column: 'column' };

/** By file, sheet, line or row, column of text; findings of one place keep the order they came in. */
export function sortByPlace(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((left, right) => compare(left.at, right.at));
}

function compare(left: Where, right: Where): number {
  return (
    compareText(left.file, right.file) ||
    compareText(sheetOf(left), sheetOf(right)) ||
    lineOf(left) - lineOf(right) ||
    columnOf(left) - columnOf(right)
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sheetOf(at: Where): string {
  return at.kind === 'cell' ? (at.sheet ?? '') : '';
}

function lineOf(at: Where): number {
  if (at.kind === 'text') return at.line;
  return at.kind === 'cell' ? (at.row ?? 0) : 0;
}

function columnOf(at: Where): number {
  return at.kind === 'text' ? at.column : 0;
}
