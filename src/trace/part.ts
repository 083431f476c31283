/** What one group said about a leaf: its questions, option by option, and where the answers came from. */
import type { Option } from '../plan/plan.ts';
import type { PartValue, QuestionValue } from '../scores/score.ts';
import { numberTerm, overTerm, productTerm, sumTerm, type Term } from '../stats/arithmetic.ts';
import { type Exact, exact, hundred, isZero, sumExact, zero } from '../stats/exact.ts';
import { missingTotal } from '../stats/missing.ts';
import { fewAlike } from '../stats/small-cells.ts';
import { type Candidate, equationFor } from './equations.ts';
import type { Fact } from './facts.ts';
import type { LeafOf } from './leaf.ts';
import type { Equation, OptionCount, Step } from './step.ts';

/** Whether its result would give away what few people said. */
export function hasHidden({ group, questions }: PartValue, { unit, context }: LeafOf): boolean {
  return questions.some(({ question }) => context.isHidden(unit, group, question));
}

export function partStep(part: PartValue, of: LeafOf): Step {
  const isHidden = hasHidden(part, of);
  const { context, unit } = of;
  const { questions, percent } = part;
  const groups = [part.group, ...part.with];
  const equation = isHidden ? null : partEquation(part);
  const about = {
    kind: 'group',
    groups: groups.map((id) => ({ id, name: context.groupName(id) })),
    weight: part.weight,
  } as const;
  return {
    about,
    points: null,
    max: null,
    percent: isHidden ? null : percent,
    equations: equation === null ? [] : [equation],
    facts: partFacts(part, isHidden),
    hidden: isHidden,
    counts: [],
    sources: groups.flatMap((group) => context.sources(group, unit)),
    rule: context.where.group(part.group),
    steps: questions.map((question) => questionStep(question, part, of)),
  };
}

function partFacts({ questions }: PartValue, isHidden: boolean): readonly Fact[] {
  const isWeighted = questions.some(({ weighted }) => weighted !== null);
  return isWeighted && !isHidden ? [{ fact: 'weighted' }] : [];
}

/** Mean of the questions; a question alone speaks for itself. */
function partEquation({ questions, percent }: PartValue): Equation | null {
  if (percent === null || questions.length < 2) return null;
  const known = questions.flatMap((one) =>
    one.percent === null ? [] : [{ weight: one.weight, value: numberTerm(one.percent) }],
  );
  if (known.length < questions.length) return null;
  const isEven = known.every(({ weight }) => weight.equals(known[0]?.weight ?? exact(1)));
  const plain = overTerm(sumTerm(known.map(({ value }) => value)), numberTerm(known.length));
  const weighted = sumTerm(
    known.map(({ weight, value }) => productTerm(numberTerm(weight), value)),
  );
  const sum = sumExact(known.map(({ weight }) => weight));
  const mean = sum.equals(exact(1)) ? weighted : overTerm(weighted, numberTerm(sum));
  return equationFor(percent, [{ rule: 'group-mean', term: isEven ? plain : mean }]);
}

function questionStep(value: QuestionValue, { group }: PartValue, of: LeafOf): Step {
  const { context, criterion } = of;
  const asked = context.question(group, value.question);
  const isHidden = context.isHidden(of.unit, group, value.question);
  const isBlurred = fewAlike(value.fewestAlike, context.index.hideBelow);
  const counted = isBlurred ? { ...value, weighted: null } : value;
  const counts = isHidden ? [] : countsOf(counted, asked === null ? [] : context.options(asked));
  const percent = isHidden ? null : value.percent;
  const equation = percent === null || isBlurred ? null : questionEquation(counts, percent, of);
  const { source } = criterion;
  const least = source?.kind === 'survey' ? source.minRatings : 1;
  return {
    about: {
      kind: 'question',
      question: value.question,
      text: asked?.text ?? '',
      weight: value.weight,
    },
    points: null,
    max: null,
    percent,
    equations: equation === null ? [] : [equation],
    facts: isHidden
      ? []
      : [
          ...(isBlurred ? [{ fact: 'few-alike', fewest: context.index.hideBelow } as const] : []),
          ...questionFacts(value, counts, least, equation === null && !isBlurred),
        ],
    hidden: isHidden,
    counts,
    sources: [],
    rule: context.where.question(value.question),
    steps: [],
  };
}

function countsOf(
  { counts, weighted, table }: QuestionValue,
  options: readonly Option[],
): readonly OptionCount[] {
  return options.map(({ code, label }) => ({
    code,
    label,
    count: Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0,
    weighted: weighted === null ? null : (weighted[code] ?? zero),
    worth: Object.hasOwn(table, code) ? (table[code] ?? null) : null,
  }));
}

function questionFacts(
  { base, percent, missing }: QuestionValue,
  counts: readonly OptionCount[],
  least: number,
  isUnwritten: boolean,
): readonly Fact[] {
  const out = counts.filter(({ worth, count }) => worth === null && count > 0);
  const answers = out.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(answers === 0 ? [] : [{ fact: 'not-counted', answers } as const]),
    ...(missingTotal(missing) === 0 ? [] : [{ fact: 'unanswered', missing } as const]),
    ...(percent === null && base < least ? [{ fact: 'too-few', base, least } as const] : []),
    ...(percent !== null && isUnwritten ? [{ fact: 'unwritten' } as const] : []),
  ];
}

/** Σ count × worth ÷ Σ count, over the options that count; of a share (positive + positive) ÷ all × 100. */
function questionEquation(
  counts: readonly OptionCount[],
  percent: Exact,
  { criterion: { source } }: LeafOf,
): Equation | null {
  const isWeighted = counts.some(({ weighted }) => weighted !== null);
  const counted = counts.flatMap(({ count, weighted, worth }) => {
    const answers = weighted ?? exact(count);
    return worth === null || isZero(answers) ? [] : [{ answers: numberTerm(answers), worth }];
  });
  const all = counts.filter(({ worth }) => worth !== null);
  const base = numberTerm(sumExact(all.map(({ count, weighted }) => weighted ?? exact(count))));
  const isShare = source?.kind === 'survey' && source.as === 'share';
  const rule = isWeighted ? 'question-weighted' : isShare ? 'question-share' : 'question-mean';
  const terms = counted.map(({ answers, worth }) => productTerm(answers, numberTerm(worth)));
  const mean: Candidate = { rule, term: overTerm(sumTerm(terms), base) };
  const positive = counted.filter(({ worth }) => worth.equals(hundred));
  const top: Term =
    positive.length === 0 ? numberTerm(0) : sumTerm(positive.map(({ answers }) => answers));
  const share: Candidate = { rule, term: productTerm(overTerm(top, base), numberTerm(hundred)) };
  return equationFor(percent, isShare ? [share, mean] : [mean]);
}
