/** The style table of a workbook with red twins of the styles that marked cells have. */
import { attribute, elementEnd, isClosed, rootPrefix, tagsNamed, withAttribute } from './tags.ts';

/** Close to what Excel calls “Bad”, and told apart from it: a cell that we coloured. */
export const markColour = 'FFFFC7CF';

export interface StyleTable {
  /** Index of the style that is the given one, in red. */
  readonly redOf: (style: number) => number;
  /** The part with every style that was asked for. */
  readonly text: () => string;
}

interface Section {
  readonly at: number;
  readonly tag: string;
  readonly inner: string;
  readonly end: number;
}

/** Null: there is no table of cell styles as the standard has it. */
export function styleTable(text: string): StyleTable | null {
  const prefix = rootPrefix(text);
  const fills = sectionOf(text, `${prefix}fills`);
  const formats = sectionOf(text, `${prefix}cellXfs`);
  if (fills === null || formats === null || fills.at > formats.at) return null;
  const styles = elements(formats.inner, `${prefix}xf`);
  if (styles === null || styles.length === 0) return null;
  const fill = elements(fills.inner, `${prefix}fill`)?.length ?? 0;
  const twins = new Map<number, number>();
  const added: string[] = [];
  const redOf = (style: number): number => {
    const own = styles[style] === undefined ? 0 : style;
    const before = twins.get(own);
    if (before !== undefined) return before;
    added.push(red(styles[own] ?? '', fill));
    const index = styles.length + added.length - 1;
    twins.set(own, index);
    return index;
  };
  const redFill = fillElement(prefix);
  return {
    redOf,
    text: () =>
      text.slice(0, fills.at) +
      grown(fills, prefix, 'fills', redFill, fill + 1) +
      text.slice(fills.end, formats.at) +
      grown(formats, prefix, 'cellXfs', added.join(''), styles.length + added.length) +
      text.slice(formats.end),
  };
}

function sectionOf(text: string, name: string): Section | null {
  for (const { at, tag } of tagsNamed(text, name)) {
    const end = isClosed(tag) ? null : elementEnd(text, at + tag.length, name);
    if (end === null) return null;
    const close = text.lastIndexOf('</', end - 1);
    return { at, tag, inner: text.slice(at + tag.length, close), end };
  }
  return null;
}

/** The elements of this name, each as it is written. */
function elements(inner: string, name: string): readonly string[] | null {
  const found: string[] = [];
  for (const { at, tag } of tagsNamed(inner, name)) {
    const end = isClosed(tag) ? at + tag.length : elementEnd(inner, at + tag.length, name);
    if (end === null) return null;
    found.push(inner.slice(at, end));
  }
  return found;
}

function red(style: string, fill: number): string {
  const end = style.indexOf('>') + 1;
  const tag = withAttribute(
    withAttribute(style.slice(0, end), 'fillId', String(fill)),
    'applyFill',
    '1',
  );
  return tag + style.slice(end);
}

function fillElement(prefix: string): string {
  const colours = `<${prefix}fgColor rgb="${markColour}"/><${prefix}bgColor indexed="64"/>`;
  const pattern = `<${prefix}patternFill patternType="solid">${colours}</${prefix}patternFill>`;
  return `<${prefix}fill>${pattern}</${prefix}fill>`;
}

function grown(
  section: Section,
  prefix: string,
  name: string,
  more: string,
  count: number,
): string {
  const isCounted = attribute(section.tag, 'count') !== null;
  const tag = isCounted ? withAttribute(section.tag, 'count', String(count)) : section.tag;
  return `${tag}${section.inner}${more}</${prefix}${name}>`;
}
