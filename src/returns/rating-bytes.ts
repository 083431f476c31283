/**
 * Lines of our own CSV read from bytes, cells straight to where they belong. Texts that come again and again are kept
 * ready; where a quote stands, the rest goes the way of `csvLines`.
 */
import { ByteTexts } from '../formats/byte-texts.ts';

const quote = 0x22;
const comma = 0x2c;
const lf = 0x0a;

/** The cells of one line: those before the answers, then the answers, blank ones null. */
export type LineVisitor = (lead: readonly string[], answers: readonly (string | null)[]) => boolean;

export interface PlainLines {
  /**
   * Visits every whole line of `bytes`, in which no quote stands, and tells where the last of them ends; -1: the
   * visitor wants no more.
   */
  readonly read: (bytes: Buffer, lead: number, width: number, visit: LineVisitor) => number;
}

export function plainLines(): PlainLines {
  const texts = new ByteTexts((text) => text);
  const { single } = texts;
  return {
    read: (bytes, lead, width, visit) => {
      let start = 0;
      for (;;) {
        const end = bytes.indexOf(lf, start);
        if (end < 0) return start;
        if (end > start) {
          const first: string[] = [];
          const answers = new Array<string | null>(width - lead);
          let count = 0;
          let at = start;
          for (; at <= end; at++, count++) {
            let to = at;
            while (to < end && bytes[to] !== comma) to++;
            if (count < lead) first.push(texts.exact(bytes, at, to));
            else if (count < width) {
              const code = bytes[at] as number;
              const isSingle = to === at + 1 && code < 128;
              answers[count - lead] = isSingle
                ? (single[code] as string)
                : to === at
                  ? null
                  : texts.exact(bytes, at, to);
            }
            at = to;
          }
          // A line of another width is nobody's.
          if (count !== width || !visit(first, answers)) return -1;
        }
        start = end + 1;
      }
    },
  };
}

export function hasQuote(bytes: Uint8Array): boolean {
  return bytes.includes(quote);
}
