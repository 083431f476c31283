import { describe, expect, it } from 'vitest';
import { planJsonSchema } from '../src/plan/json-schema.ts';
import { ruleNames } from '../src/plan/rules/written-rules.ts';
import { quotaRuleSchemas } from '../src/plan/schema/quota.ts';

type Node = { readonly [key: string]: unknown };

const schema: Node = planJsonSchema();

/** Every schema under `properties`, with the keys that lead to it. */
function properties(node: unknown, path: string): readonly (readonly [string, Node])[] {
  if (Array.isArray(node)) return node.flatMap((inner) => properties(inner, path));
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, inner]) => {
    if (key !== 'properties') return properties(inner, path);
    return Object.entries(inner as Node).flatMap(([name, property]) => [
      [`${path}.${name}`, property as Node] as const,
      ...properties(property, `${path}.${name}`),
    ]);
  });
}

describe('plan.schema.json', () => {
  const all = properties(schema, '');

  it('describes every key in English and in Vietnamese', () => {
    expect(all.length).toBeGreaterThan(100);
    const silent = all.filter(([, { description }]) => !/.+\n.+/.test(String(description ?? '')));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it('carries none of our own notes', () => {
    expect(JSON.stringify(schema)).not.toMatch(/"(scalar|allowed|vi)":/);
  });

  it('lets an editor see counts as numbers and codes as what they look like', () => {
    const at = (path: string): Node => Object.fromEntries(all)[path] ?? {};
    expect(at('.groups.quota.total').anyOf).toEqual([
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: '^\\d+$' },
    ]);
    expect(at('.forms.id').type).toEqual(['string', 'number', 'boolean']);
    expect(at('.groups.mode').enum).toEqual(['paper', 'online', 'qr', 'interview', 'post']);
    expect(at('.units.units.ranked').enum).toEqual(['yes', 'no', true, false]);
  });

  it('asks for exactly one rule in a quota and in an exception', () => {
    const quota = Object.fromEntries(all)['.groups.quota'] ?? {};
    const one = ruleNames.map((name) => ({ required: [name] }));
    expect(quota.oneOf).toEqual(one);
    const except = (quota.properties as Record<string, Node>).except ?? {};
    expect((except.additionalProperties as Node).oneOf).toEqual(one);
  });

  it('knows which names a figure may have', () => {
    const pattern = '^[a-z][a-z0-9_-]*$';
    const named = JSON.stringify(schema).split(`"propertyNames":{"pattern":"${pattern}"}`);
    // figures, units, places
    expect(named.length - 1).toBe(3);
  });

  it('is closed: no key that the plan language does not have', () => {
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toEqual(['survey', 'title', 'units', 'groups', 'forms']);
  });
});

it('the quota rules have one list of names', () => {
  expect(Object.keys(quotaRuleSchemas)).toEqual(ruleNames);
});
