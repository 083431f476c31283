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
  const waiting = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    const span = { start: token.offset, end: token.offset + sourceOf(token).length };
    if (depth > deepest) {
      const deep = finding('plan/too-deep', source.where(span), { most: deepest });
      return { tooDeep: true, findings: [deep] };
    }
    const feature = features[token.type];
    if (feature !== undefined) {
      findings.push(finding('plan/yaml-feature', source.where(span), { feature }));
    }
    const inside = depth + (isCollection(token) ? 1 : 0);
    for (const child of childrenOf(token).reverse()) waiting.push({ token: child, depth: inside });
  }
  return { tooDeep: false, findings };
}

function isCollection(
  token: CST.Token,
): token is CST.BlockMap | CST.BlockSequence | CST.FlowCollection {
  return 'items' in token;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (isCollection(token)) {
    return token.items.flatMap((item) => [
      ...item.start,
      ...(item.key ? [item.key] : []),
      ...(item.sep ?? []),
      ...(item.value ? [item.value] : []),
    ]);
  }
  if (token.type === 'document') return [...token.start, ...(token.value ? [token.value] : [])];
  return 'props' in token ? [...token.props] : [];
}

function sourceOf(token: CST.Token): string {
  return 'source' in token && typeof token.source === 'string' ? token.source : ' ';
}
