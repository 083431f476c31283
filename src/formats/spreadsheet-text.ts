/** What a spreadsheet accepts as text and as a sheet name; shared by the Excel and CSV writers. */

const longestCell = 32_767;
const longestSheetName = 31;

/**
 * Would a spreadsheet take this text for a formula? True for a first visible character `= + - @`
 * or its full-width form, and for a leading tab, CR or LF, which importers drop before they look.
 */
export function startsFormula(text: string): boolean {
  return /^(?:[\t\r\n]|[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/.test(text);
}

/** With an apostrophe before what a spreadsheet would take for a formula. */
export function guarded(text: string): string {
  return startsFormula(text) ? `'${text}` : text;
}

/** A `guarded` text as it was. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text;
}

/**
 * The text as it can stand in a cell: characters that XML 1.0 forbids are dropped, line ends are LF,
 * and what is beyond 32.767 UTF-16 units is cut and marked with `…`.
 */
export function cellText(text: string): string {
  const clean = forbidden.test(text)
    ? text.replace(/\r\n?/g, '\n').replace(everyForbidden, '')
    : text;
  if (clean.length <= longestCell) return clean;
  return `${clean.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `cellText` for a workbook, where a text that looks like OOXML's own escape (`_x0041_`) needs one. */
export function workbookText(text: string): string {
  return cellText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** CR and C1 controls are allowed by XML, but its readers do not keep CR and nobody can see C1. */
const forbidden = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/u;
const everyForbidden = new RegExp(forbidden.source, 'gu');

/**
 * Sheet names that Excel takes, in the same order: at most 31 UTF-16 units, unique regardless of case,
 * without `[ ] : * ? / \`, never empty, not the reserved word History. The apostrophe becomes
 * a typographic one because it delimits names in references.
 */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set(['history']);
  return names.map((name) => {
    const base = sheetName(name, longestSheetName);
    let candidate = base;
    for (let copy = 2; taken.has(candidate.toLowerCase()); copy++) {
      const suffix = ` (${copy})`;
      candidate = sheetName(base, longestSheetName - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function sheetName(name: string, longest: number): string {
  const clean = cellText(name)
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .replaceAll("'", '’')
    .trim();
  const cut = clean
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return cut === '' ? 'Sheet' : cut;
}
