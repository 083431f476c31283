/**
 * What the parser's tokens show before anything is composed from them: depth, anchors, aliases, tags,
 * directives. Walked without recursion, so that no nesting can exhaust the stack.
 */
import type { CST } from 'yaml';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { YamlFeature } from '../findings/plan-text.ts';
import type { SourceText } from './source.ts';

export interface Structure {
  readonly tooDeep: boolean;
  readonly findings: readonly Finding[];
}

const features: Readonly<Partial<Record<CST.Token['type'], YamlFeature>>> = {
  anchor: 'anchor',
  alias: 'alias',
  tag: 'tag',
  directive: 'directive',
};

export function structureOf(
  tokens: readonly CST.Token[],
  source: SourceText,
  deepest: number,
): Structure {
  const findings: Finding[] = [];
  const refuse = (marks: readonly CST.SourceToken[]): void => {
    for (const mark of marks) {
      const feature = features[mark.type];
      if (feature === undefined) continue;
      findings.push(finding('plan/yaml-feature', whereOf(mark, source), { feature }));
    }
  };
  const waiting: Nested[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if ('items' in token && depth >= deepest) {
      const deep = finding('plan/too-deep', whereOf(token, source), { most: deepest });
      return { tooDeep: true, findings: [deep] };
    }
    const feature = features[token.type];
    if (feature !== undefined) {
      findings.push(finding('plan/yaml-feature', whereOf(token, source), { feature }));
    }
    descend(token, depth, waiting, refuse);
  }
  return { tooDeep: false, findings };
}

interface Nested {
  readonly token: CST.Token;
  readonly depth: number;
}

/** Puts what stands inside a token on the stack; marks around it (anchors, tags) are looked at once. */
function descend(
  token: CST.Token,
  depth: number,
  waiting: Nested[],
  refuse: (marks: readonly CST.SourceToken[]) => void,
): void {
  if (token.type === 'document') {
    refuse(token.start);
    if (token.value) waiting.push({ token: token.value, depth });
  } else if ('items' in token) {
    for (const { start, key, sep, value } of token.items) {
      refuse(start);
      if (sep) refuse(sep);
      if (key) waiting.push({ token: key, depth: depth + 1 });
      if (value) waiting.push({ token: value, depth: depth + 1 });
    }
  } else if ('props' in token) {
    for (const prop of token.props) waiting.push({ token: prop, depth });
  }
}

function whereOf(token: CST.Token, source: SourceText) {
  const length = 'source' in token ? token.source.length : 1;
  return source.where({ start: token.offset, end: token.offset + length });
}
