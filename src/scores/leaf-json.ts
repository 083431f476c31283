/** What a leaf's points came from, as `scores.json` says it. */
import { type Exact, exactText, legibleText } from '../stats/exact.ts';
import { fewAlike } from '../stats/small-cells.ts';
import type { JsonSetting } from './json.ts';
import type { FigureValue, LeafScore, PartValue, QuestionValue } from './score.ts';

export function leafJson(leaf: LeafScore, setting: JsonSetting): object {
  const { figure } = setting;
  switch (leaf.kind) {
    case 'appraised':
      return appraisalJson(leaf, setting);
    case 'survey':
      return { source: 'survey', parts: leaf.parts.map((part) => partJson(part, setting)) };
    case 'figure':
      return { source: 'figure', figure: leaf.figure, given: figure(leaf.value) };
    case 'formula': {
      const inputs = inputsJson(leaf.inputs);
      return { source: 'formula', formula: leaf.text, figures: inputs, result: figure(leaf.value) };
    }
    case 'conditions':
      return {
        source: 'conditions',
        need: leaf.need,
        conditions: leaf.conditions.map(({ text, holds, inputs }) => {
          return { condition: text, holds, figures: inputsJson(inputs) };
        }),
      };
  }
}

function inputsJson(inputs: readonly FigureValue[]): readonly unknown[] {
  return inputs.map(({ figure, value }) => {
    return { figure, value: value === null ? null : exactText(value) };
  });
}

type Appraised = Extract<LeafScore, { readonly kind: 'appraised' }>;

/** The stages that a unit went through; those that it did not are left out. */
function appraisalJson(leaf: Appraised, { figure }: JsonSetting): object {
  const { self, first, second, explanation, evidence } = leaf;
  return {
    source: 'appraised',
    self: figure(self),
    ...(second === null ? {} : { first: figure(first), second: figure(second) }),
    ...(explanation === null ? {} : { explanation }),
    ...(evidence === null ? {} : { evidence }),
  };
}

/** A question that few answered is named, but its figures are left out, and so is the percent that they would be read from. */
function partJson(part: PartValue, setting: JsonSetting): unknown {
  const { figure, isHidden } = setting;
  const { group, with: others, weight, percent, questions } = part;
  const hidden = questions.filter(({ question }) => isHidden(group, question));
  const about = {
    group,
    ...(others.length === 0 ? {} : { with: others }),
    weight: exactText(weight),
  };
  if (hidden.length === questions.length) return { ...about, hidden: true };
  const shown = questions.map((one) =>
    hidden.includes(one)
      ? { question: one.question, weight: exactText(one.weight), hidden: true }
      : questionJson(one, setting),
  );
  return { ...about, percent: hidden.length > 0 ? null : figure(percent), questions: shown };
}

function questionJson(one: QuestionValue, { figure, hideBelow }: JsonSetting): unknown {
  return {
    question: one.question,
    weight: exactText(one.weight),
    base: one.base,
    counts: one.counts,
    ...weightedJson(one, hideBelow),
    table: texts(one.table, exactText),
    percent: figure(one.percent),
    batches: one.batches,
  };
}

/** Weights by option would show which answers are those of the few who share a weight: then they are left out. */
function weightedJson({ weighted, fewestAlike }: QuestionValue, hideBelow: number): object {
  if (weighted === null) return {};
  return { weighted: fewAlike(fewestAlike, hideBelow) ? null : texts(weighted, legibleText) };
}

function texts(
  values: Readonly<Record<string, Exact>>,
  text: (value: Exact) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, text(value)]));
}
