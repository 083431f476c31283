import { describe, expect, it } from 'vitest';
import type { MapNode } from '../src/plan/tree.ts';
import { nodeAt, plainOf, whereAt } from '../src/plan/tree.ts';
import { readTree } from '../src/plan/yaml.ts';

function codes(text: string): readonly string[] {
  return readTree(text, 'plan.yaml').findings.map(({ code, at }) =>
    at.kind === 'text' ? `${code} ${at.line}:${at.column}+${at.length}` : code,
  );
}

function root(text: string): MapNode {
  const { root: node, findings } = readTree(text, 'plan.yaml');
  if (node === null) throw new Error(JSON.stringify(findings));
  return node;
}

describe('readTree', () => {
  it('takes every scalar as the text that stands there', () => {
    const text = 'a: 01\nb: 1.10\nc: no\nd: 2.085\ne: "0x1F"\nf: 2023-09-21\ng: 1e3\nh: .inf\n';
    expect(plainOf(root(text))).toEqual({
      a: '01',
      b: '1.10',
      c: 'no',
      d: '2.085',
      e: '0x1F',
      f: '2023-09-21',
      g: '1e3',
      h: '.inf',
    });
  });

  it('takes nothing, ~ and null for the empty text, but not when quoted', () => {
    expect(plainOf(root('a:\nb: ~\nc: null\nd: "null"\ne: ""\n'))).toEqual({
      a: '',
      b: '',
      c: '',
      d: 'null',
      e: '',
    });
  });

  it('composes letters, so that columns are those of the text shown', () => {
    const node = root('tên: Hòa\n'.normalize('NFD'));
    expect(plainOf(node)).toEqual({ tên: 'Hòa' });
  });

  it('keeps keys that objects already have', () => {
    const node = root('constructor: 1\ntoString: 2\nhasOwnProperty: 3\n');
    expect(Object.entries(plainOf(node))).toEqual([
      ['constructor', '1'],
      ['toString', '2'],
      ['hasOwnProperty', '3'],
    ]);
    expect(nodeAt(node, ['valueOf'])).toBeNull();
  });

  it('reads line ends of every system', () => {
    for (const end of ['\n', '\r\n']) {
      expect(codes(`a: 1${end}b: 2${end}a: 3${end}`)).toEqual(['plan/duplicate-key 3:1+1']);
    }
  });

  it('finds a repeated key among very many', () => {
    const keys = Array.from({ length: 40_000 }, (_, at) => `k${at}: ${at}`);
    expect(codes(`${keys.join('\n')}\nk7: x\n`)).toEqual(['plan/duplicate-key 40001:1+2']);
  });

  it('survives nesting as deep as a plan can be long', () => {
    const deep = 20_000;
    expect(codes(`a: ${'['.repeat(deep)}`)).toEqual(['plan/too-deep 1:33+1']);
    expect(codes(`${'- '.repeat(deep)}a`)).toEqual(['plan/too-deep 1:61+1']);
    expect(codes(`a: ${'{a: '.repeat(deep)}`)[0]).toMatch(/^plan\/too-deep/);
  });

  it('refuses a text that is too large', () => {
    expect(codes(`a: 1\n${'# ghi chú\n'.repeat(110_000)}`)).toEqual(['plan/too-large']);
  });

  it('names each hidden character', () => {
    expect(codes('a: x\u0000y\nb: \u202eabc\nc: \ud800\n')).toEqual([
      'plan/control-character 1:5+1',
      'plan/control-character 2:4+1',
      'plan/control-character 3:4+1',
    ]);
  });
});

describe('whereAt', () => {
  const text = 'groups:\n  - id: staff\n    quota: { total: 51 }\n    name:\n  - { id: b }\n';
  const { root: node, source } = readTree(text, 'plan.yaml');
  const at = (path: readonly (string | number)[], part: 'key' | 'value' = 'value'): string => {
    const where = node === null ? null : whereAt(node, source, path, part);
    return where?.kind === 'text' ? `${where.line}:${where.column}+${where.length}` : '';
  };

  it.each([
    [['groups', 0, 'id'], 'value', '2:9+5'],
    [['groups', 0, 'id'], 'key', '2:5+2'],
    [['groups', 0, 'quota', 'total'], 'value', '3:21+2'],
    [['groups', 0, 'quota'], 'value', '3:5+5'],
    [['groups', 0, 'name'], 'value', '4:5+4'],
    [['groups', 0], 'value', '2:5+2'],
    [['groups', 1], 'value', '5:5+9'],
    [['groups', 0, 'form'], 'value', '2:5+2'],
    [['units', 0, 'name'], 'value', '1:1+1'],
  ] as const)('%j (%s) is at %s', (path, part, place) => {
    expect(at(path, part)).toBe(place);
  });
});
