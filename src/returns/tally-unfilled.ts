/** Lines of a tally workbook that nobody has filled in yet: they wait, and are no mistake. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { whereIn } from '../table.ts';
import { groupBy } from './group-by.ts';
import type { Reading } from './reading.ts';
import type { Count } from './tally-counts.ts';
import { custodyFields, type TallyLine } from './tally-lines.ts';

export interface SplitLines {
  readonly lines: readonly TallyLine[];
  /** Rows of the file that are passed over. */
  readonly unfilled: number;
  readonly findings: readonly Finding[];
}

/**
 * Without the lines of groups and units that say nothing at all, and, of those that are filled in, without the lines of
 * questions that no score needs and that are blank: as if these did not stand there.
 */
export function withoutUnfilled(reading: Reading, lines: readonly TallyLine[]): SplitLines {
  const pieces = groupBy(lines, ({ group, unit, place, part }) =>
    group === null || unit === null ? null : JSON.stringify([group.group.id, unit, place, part]),
  );
  const dropped = new Set<TallyLine>();
  const waiting = new Map<string, TallyLine>();
  for (const [key, piece] of pieces) {
    if (piece.every((line) => isBlank(line) && !statesCustody(line))) {
      for (const line of piece) dropped.add(line);
      const [first] = piece;
      if (first !== undefined) waiting.set(key, first);
      continue;
    }
    for (const same of groupBy(piece, ({ question }) => question?.question.id ?? null).values()) {
      const isIdle = same.every((line) => isBlank(line) && !statesCustody(line));
      if (isIdle && !isNeeded(same[0])) for (const line of same) dropped.add(line);
    }
  }
  const left = lines.filter((line) => !dropped.has(line));
  const rows = new Set(left.map(({ row }) => row.row));
  const rowsOf = (some: Iterable<TallyLine>): number =>
    new Set([...some].map(({ row }) => row.row).filter((row) => !rows.has(row))).size;
  const waits = lines.filter((line) => waiting.has(keyOf(line)));
  const findings = waits.length === 0 ? [] : [notFilled(reading, rowsOf(waits), waiting.values())];
  return { lines: left, unfilled: rowsOf(dropped), findings };
}

function keyOf({ group, unit, place, part }: TallyLine): string {
  return JSON.stringify([group?.group.id ?? null, unit, place, part]);
}

/** A figure in the wrong column, a name that is not known: somebody has written there. */
function isBlank({ counts, missing, answered, total, reasons }: TallyLine): boolean {
  if (reasons.some(({ code }) => code !== 'returns/count-missing')) return false;
  const given: readonly (Count | null)[] = [
    ...counts.values(),
    ...missing.values(),
    answered,
    total,
  ];
  return given.every((count) => count === null || count === 'blank');
}

function statesCustody({ custody }: TallyLine): boolean {
  const stated = [...custodyFields.map((at) => custody[at]), ...custody.voids.map((o) => o.count)];
  return stated.some((count) => count !== 'blank');
}

/** A line whose question cannot be told says so itself. */
function isNeeded(line: TallyLine | undefined): boolean {
  const question = line?.question?.question;
  if (question === undefined) return true;
  return question.kind === 'scale' && question.scored && question.per === 'rating';
}

function notFilled({ known, table }: Reading, rows: number, lines: Iterable<TallyLine>): Finding {
  const pieces = [...lines].map(({ group, unit, place, part }) =>
    [
      unit === null ? null : known.nameOf('unit', unit),
      place === null ? null : known.nameOf('place', place),
      group?.group.name ?? null,
      part,
    ]
      .filter((name) => name !== null)
      .join(' – '),
  );
  return finding('returns/lines-not-filled', whereIn(table, null), { rows, pieces });
}
