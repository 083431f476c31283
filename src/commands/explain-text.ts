/** A trace as indented text on the terminal. */
import type { Palette } from '../formats/palette.ts';
import { printable, wrapText } from '../formats/printable.ts';
import { type StepText, stepText, type TraceStyle } from '../report/trace-text.ts';
import { traceWords } from '../report/trace-words.ts';
import type { Step } from '../trace.ts';

/** `leaves`: down to the criteria; `forms`: down to the answers and where they came from. */
export type ShownDepth = 'leaves' | 'forms';

interface Line {
  readonly text: string;
  readonly indent: number;
  readonly tone: 'title' | 'plain' | 'dim';
}

const indentWidth = 2;

/** Further in than this nothing is indented: a narrow terminal needs the room. */
const deepest = 5;

export function traceText(
  step: Step,
  style: TraceStyle,
  depth: ShownDepth,
  width: number,
  palette: Palette,
): string {
  const { decimals, mode } = style.rounding;
  const rounding = traceWords[style.lang].rounding(decimals, mode);
  const lines = [
    ...linesOf(step, style, depth, 0),
    { text: '', indent: 0, tone: 'plain' } as const,
    { text: rounding, indent: 0, tone: 'dim' } as const,
  ];
  return lines.flatMap((line) => folded(line, width, palette)).join('');
}

function linesOf(
  step: Step,
  style: TraceStyle,
  depth: ShownDepth,
  indent: number,
): readonly Line[] {
  const text = stepText(step, style);
  // Of a whole unit the place stands beside the title, to save lines.
  const isBrief = depth === 'leaves';
  const isPart = step.about.kind === 'criterion' || step.about.kind === 'adjustment';
  const isTitle = step.about.kind === 'unit' || isPart;
  const below =
    depth === 'leaves'
      ? step.steps.filter(({ about: { kind } }) => kind === 'criterion' || kind === 'adjustment')
      : step.steps;
  return [
    ...(indent > 0 && isPart ? [blank] : []),
    {
      text: `${text.title}: ${text.result}${isBrief && text.rule !== null ? ` (${text.rule})` : ''}`,
      indent,
      tone: isTitle ? 'title' : 'plain',
    },
    ...ownLines(isBrief ? { ...text, rule: null } : text, style, indent + 1),
    ...below.flatMap((one) => linesOf(one, style, depth, indent + 1)),
  ];
}

const blank: Line = { text: '', indent: 0, tone: 'plain' };

function ownLines(text: StepText, style: TraceStyle, indent: number): readonly Line[] {
  const words = traceWords[style.lang];
  const plain = (one: string): Line => ({ text: one, indent, tone: 'plain' });
  return [
    ...(text.counts === null ? [] : [plain(`${words.counts}: ${text.counts}`)]),
    ...text.equations.flatMap(({ words: rule, line }) => [
      plain(`${rule}:`),
      { ...plain(line), indent: indent + 1 },
    ]),
    ...text.facts.map(plain),
    ...text.sources.map((one) => plain(`${words.sources}: ${one}`)),
    ...(text.rule === null ? [] : [{ text: words.rule(text.rule), indent, tone: 'dim' } as const]),
  ];
}

function folded({ text, indent, tone }: Line, width: number, palette: Palette): readonly string[] {
  if (text === '') return ['\n'];
  const room = ' '.repeat(Math.min(indent, deepest) * indentWidth);
  const hang = tone === 'title' ? '' : ' '.repeat(indentWidth);
  const parts = wrapText(printable(text), Math.max(20, width - room.length - hang.length));
  return parts.map((part, at) => {
    const shown = tone === 'title' ? palette.bold(part) : tone === 'dim' ? palette.dim(part) : part;
    return `${room}${at === 0 ? '' : hang}${shown}\n`;
  });
}
