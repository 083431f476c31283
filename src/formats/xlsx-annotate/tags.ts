/**
 * Tags of a part that is edited as text, so that all the rest of it stays byte for byte. Only for parts that a real
 * XML parser has read without complaint.
 */

const anyTag = /<[^\s/>!?]+(?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/y;

/** The opening tag that begins at `at`; null when the text ends before it does. */
export function tagAt(text: string, at: number): string | null {
  anyTag.lastIndex = at;
  return anyTag.exec(text)?.[0] ?? null;
}

export function isClosed(tag: string): boolean {
  return tag.endsWith('/>');
}

export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : unescaped(found[1] ?? found[2] ?? '');
}

/** The tag with the attribute set; `value` needs no escaping. Null takes it away. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const written = value === null ? '' : ` ${name}="${value}"`;
  const pattern = new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  if (pattern.test(tag)) return tag.replace(pattern, () => written);
  return tag.replace(/^<[^\s/>]+/, (start) => start + written);
}

/** Where the element whose opening tag ends at `from` ends: after its closing tag. Elements of its name do not nest. */
export function elementEnd(text: string, from: number, name: string): number | null {
  const next = new RegExp(`</${escapedPattern(name)}\\s*>|<!--|<!\\[CDATA\\[`, 'g');
  next.lastIndex = from;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0].startsWith('</')) return next.lastIndex;
    const end = skipped(text, found.index);
    if (end === null) return null;
    next.lastIndex = end;
  }
  return null;
}

/** Where a comment or CDATA section that begins at `at` ends; null when it does not in this text. */
export function skipped(text: string, at: number): number | null {
  const mark = text.startsWith('<!--', at) ? '-->' : ']]>';
  const end = text.indexOf(mark, at + 4);
  return end < 0 ? null : end + mark.length;
}

/** Opening tags of this name, with where they begin, in order; not those inside comments and CDATA. */
export function* tagsNamed(
  text: string,
  name: string,
  from = 0,
): Generator<{ readonly at: number; readonly tag: string }> {
  const next = new RegExp(`<${escapedPattern(name)}(?=[\\s/>])|<!--|<!\\[CDATA\\[`, 'g');
  next.lastIndex = from;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0].startsWith('<!')) next.lastIndex = skipped(text, found.index) ?? text.length;
    else {
      const tag = tagAt(text, found.index);
      if (tag === null) return;
      yield { at: found.index, tag };
    }
  }
}

/** Prefix of the root element with its colon, `x:` say; mostly nothing. */
export function rootPrefix(text: string): string {
  return /<([\w.-]+:)?[\w.-]+[\s/>]/.exec(text.replace(/<\?[\s\S]*?\?>/g, ''))?.[1] ?? '';
}

export function escapedXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function escapedPattern(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
