/**
 * Vietnamese letters that were saved as question marks: what Excel’s plain “CSV” writes on a machine whose code
 * page lacks them (`S? phi?u`, `??n v?`). They cannot be brought back.
 */
import { lineAt } from './lines.ts';

const questionMark = 0x3f;

/** So many in one file are no slips of the keyboard. */
const fewest = 3;

export interface LostLetters {
  /** `linesBefore`: lines that ended before the block. */
  readonly take: (block: Buffer, linesBefore: number) => void;
  /** The first line with one, when there are enough; else null. */
  readonly line: () => number | null;
}

export function lostLetters(): LostLetters {
  let first: number | null = null;
  let count = 0;
  const take = (block: Buffer, linesBefore: number): void => {
    for (let at = block.indexOf(questionMark); at >= 0; at = block.indexOf(questionMark, at + 1)) {
      if (count >= fewest) return;
      if (!isInWord(block, at)) continue;
      first ??= linesBefore + lineAt(block, at);
      count += 1;
    }
  };
  return { take, line: () => (count >= fewest ? first : null) };
}

/** Between two letters, and not in an address (`a?b=c`). */
function isInWord(block: Buffer, at: number): boolean {
  if (!isLetter(block[at - 1])) return false;
  let next = at + 1;
  if (block[next] === questionMark) next += 1;
  if (!isLetter(block[next])) return false;
  while (isLetter(block[next])) next += 1;
  return block[next] !== 0x3d;
}

function isLetter(byte: number | undefined): boolean {
  const small = (byte ?? 0) | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
