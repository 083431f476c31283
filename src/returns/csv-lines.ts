/** The records of a CSV text of our own (RFC 4180, `,` and `\n`), which comes in pieces cut anywhere. */

export interface CsvLines {
  /** False: broken quoting, or the visitor wants no more. */
  readonly push: (text: string) => boolean;
  /** Whether the text ended with a whole record. */
  readonly end: () => boolean;
}

/** `visit` gets the cells of each record; an empty line is none. */
export function csvLines(visit: (cells: readonly string[]) => boolean): CsvLines {
  let rest = '';
  let isGood = true;
  return {
    push: (text) => {
      if (!isGood) return false;
      const all = rest === '' ? text : rest + text;
      // Nearly everything that is stored is codes and names without quotes.
      const read = all.includes('"') ? quotedRecords(all, visit) : plainRecords(all, visit);
      isGood = read !== null;
      rest = read === null ? '' : all.slice(read);
      return isGood;
    },
    end: () => isGood && rest === '',
  };
}

/** Visits the whole records and tells where the last of them ends; null: broken, or no more wanted. */
type Records = (text: string, visit: (cells: readonly string[]) => boolean) => number | null;

const plainRecords: Records = (text, visit) => {
  let from = 0;
  for (;;) {
    const end = text.indexOf('\n', from);
    if (end < 0) return from;
    if (end > from && !visit(text.slice(from, end).split(','))) return null;
    from = end + 1;
  }
};

const quotedRecords: Records = (text, visit) => {
  let from = 0;
  for (;;) {
    const record = recordAt(text, from);
    if (record === 'cut') return from;
    if (record === 'broken') return null;
    if (record.end > from + 1 && !visit(record.cells)) return null;
    from = record.end;
  }
};

interface CsvRecord {
  readonly cells: readonly string[];
  /** Behind its line end. */
  readonly end: number;
}

function recordAt(text: string, from: number): CsvRecord | 'cut' | 'broken' {
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd < 0) return 'cut';
  const line = text.slice(from, lineEnd);
  if (!line.includes('"')) return { cells: line.split(','), end: lineEnd + 1 };
  const cells: string[] = [];
  for (let at = from; ; ) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    if (cell === null) return 'cut';
    cells.push(cell.text);
    const next = text[cell.end];
    if (next === undefined) return 'cut';
    if (next === '\n') return { cells, end: cell.end + 1 };
    if (next !== ',') return 'broken';
    at = cell.end + 1;
  }
}

interface CsvCell {
  readonly text: string;
  readonly end: number;
}

function plainCell(text: string, from: number): CsvCell | null {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at += 1;
  return at === text.length ? null : { text: text.slice(from, at), end: at };
}

/** Null: its closing quote has not come yet, or may still turn out to be one of two. */
function quotedCell(text: string, from: number): CsvCell | null {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || at + 1 === text.length) return null;
    if (text[at + 1] !== '"') {
      return { text: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
    }
  }
}
