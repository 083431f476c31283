import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/findings/finding.ts';
import { messageOf } from '../src/findings/render.ts';
import { readTree } from '../src/plan/yaml.ts';
import { samplePlan } from './plan-sample.ts';

function found(lines: readonly string[]): readonly Finding[] {
  return readTree(`${lines.join('\n')}\n`, 'plan.yaml').findings;
}

/** Each finding as `code line:column`, with the arguments that tell people what was meant. */
function slips(...lines: readonly string[]): readonly string[] {
  return found(lines).map((one) => {
    const { code, at, args } = one;
    const place = at.kind === 'text' ? `${at.line}:${at.column}` : '';
    const meant =
      one.code === 'plan/yaml-indent' ? one.args.columns : 'near' in args ? args.near : [];
    const mark = 'close' in args ? [args.close] : [];
    return [code.replace('plan/', ''), place, ...meant, ...mark].join(' ');
  });
}

describe('a line in the wrong column', () => {
  it.each([
    [['groups:', '  - id: a', '    name: x', '   - id: b'], 'yaml-indent 4:4 3'],
    [['groups:', '  - id: a', '    name: x', '    - id: b'], 'yaml-indent 4:5 3'],
    [['groups:', '  - id: a', '   name: x', '    form: y'], 'yaml-indent 3:4 5'],
    [['groups:', '  - id: a', '  name: x'], 'yaml-indent 3:3 5'],
    [['survey: a', '  title: b'], 'yaml-indent 2:3 1'],
    [[' survey: a', 'title: b'], 'yaml-indent 2:1 2'],
    [['doc:', '  issuer: a', '   parent: b', '  number: c'], 'yaml-indent 3:4 3'],
    [['doc:', '  issuer: a', ' parent: b'], 'yaml-indent 3:2 1 3'],
    [['a:', '  b: 1', '# note', '', '  c:', '    d: 2', '   e: 3'], 'yaml-indent 7:4 3 5'],
  ])('%j', (lines, expected) => expect(slips(...lines)).toEqual([expected]));

  it('says the column it has and the one it should have', () => {
    const [first] = found(['doc:', '  issuer: a', '   parent: b']);
    expect(first && messageOf(first, 'vi')).toBe(
      'dòng này bắt đầu ở cột 4, mục cùng cấp ở trên bắt đầu ở cột 3.',
    );
  });
});

describe('a space, a colon, a comma', () => {
  it.each([
    [['survey: a', 'title:Xác định', 'units: x'], 'yaml-space 2:6 title: Xác định'],
    [['doc:', '  parent: b', '  issuer:Sở', 'x: b'], 'yaml-space 3:9 issuer: Sở'],
    [['a: { code:1, max: 3 }'], 'yaml-space 1:6 code: 1'],
    [['units:', '  -id: a', '   name: b'], 'yaml-space 2:3 - id: a'],
    [['survey: x', 'title Xác định', 'units: a'], 'yaml-colon 2:1'],
    [['title: Khảo sát mức độ', 'hài lòng', 'survey: x'], 'yaml-colon 2:1'],
    [['title: Khảo sát: mức độ', 'b: 1'], 'yaml-text 1:8'],
    [['a: { x: 1 y: 2 }'], 'yaml-comma 1:9'],
    [['g:', '  - { name: B,', '      x: 1', '      y: 2 }'], 'yaml-comma 3:10'],
  ])('%j', (lines, expected) => expect(slips(...lines)).toEqual([expected]));

  it('goes on after a slip that does not disturb the lines below', () => {
    expect(slips('a: b: c', 'd:x', 'e: 1', 'f: "\\q"')).toEqual([
      'yaml-text 1:4',
      'yaml-space 2:2 d: x',
      'yaml-syntax 4:5',
    ]);
  });
});

describe('what is opened and never closed', () => {
  it.each([
    [['a: "Sở nội vụ', 'b: 2', 'c: "x"'], 'yaml-unclosed 1:4 "'],
    [["a: 'Sở nội vụ", 'b: 2'], "yaml-unclosed 1:4 '"],
    [['g:', '  - name: "Sở nội vụ', '    form: "01"', '    x: y'], 'yaml-unclosed 2:11 "'],
    [['g:', '  - { name: "Sở, x: 1 }', '  - { name: "B", x: 2 }'], 'yaml-unclosed 2:13 "'],
    [['a: [x, y', 'b: 2'], 'yaml-unclosed 1:4 ]'],
    [['g:', '  - { id: a, q: { total: 51 }', '  - { id: b }'], 'yaml-unclosed 2:5 }'],
    [['g:', '  - { id: a, q: { total: 51'], 'yaml-unclosed 2:17 }'],
  ])('%j', (lines, expected) => expect(slips(...lines)).toEqual([expected]));

  it('says when text follows a closing quote, or a bracket is too many', () => {
    expect(slips('a: "Sở "nội" vụ"', 'b: 2')).toEqual(['yaml-syntax 1:9']);
    expect(slips('a: [x, y]]', 'b: 2')).toEqual(['yaml-syntax 1:10']);
  });
});

describe('a decimal comma inside { }', () => {
  it.each([
    [['a: { code: "1", max: 9,5 }'], ['not-a-decimal 1:22 9.5']],
    [['a: { max: 9, 5 }'], ['not-a-decimal 1:11 9.5']],
    [['a: { b: 60,5%, c: 1 }'], ['not-a-decimal 1:9 60.5%']],
    [['by: { x: 0,6, y: 0,4 }'], ['not-a-decimal 1:10 0.6', 'not-a-decimal 1:18 0.4']],
    [['by: { x: 0,5, y: 0,5 }'], ['not-a-decimal 1:10 0.5', 'not-a-decimal 1:18 0.5']],
    [['a: { max: 9, 5: 1 }'], []],
    [['a: { name: Nhóm 9, 5 }'], ['yaml-comma-text 1:12 "Nhóm 9, 5"']],
    [['a: { name: "Nhóm 9", b }'], []],
  ])('%j', (lines, expected) => expect(slips(...lines)).toEqual(expected));
});

it('finds words for whatever happens to a plan', () => {
  const slip = fc.record({
    at: fc.nat({ max: samplePlan.length }),
    drop: fc.integer({ min: 0, max: 3 }),
    put: fc.constantFrom(
      '',
      ' ',
      '  ',
      '\t',
      ':',
      ': ',
      '-',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '\n',
    ),
  });
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slipsMade) => {
      let text = samplePlan;
      for (const { at, drop, put } of slipsMade)
        text = text.slice(0, at) + put + text.slice(at + drop);
      const { root, findings } = readTree(text, 'plan.yaml');
      if (root === null) expect(findings).not.toEqual([]);
      for (const one of findings)
        expect(messageOf(one, 'vi')).not.toMatch(/undefined|null|Infinity/);
    }),
    { numRuns: 100 },
  );
});
