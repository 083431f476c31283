/** The criteria and how points come about, as an annex: what the council decides with the plan. */
import type { Table } from '../page/document.ts';
import { column, type PageRow } from '../page.ts';
import { combineText, furtherTexts, numberText, sourceText } from '../plan/criterion-words.ts';
import { indexTexts, type RuleText } from '../plan/index-words.ts';
import type { Criterion, Index, Plan } from '../plan/plan.ts';
import { item, type Line, paragraph } from './blocks.ts';
import { capital, sentence } from './words.ts';

export const scoringTitle = 'BỘ TIÊU CHÍ VÀ CÁCH TÍNH ĐIỂM';

/** Empty without an index, and where the decision named as `scheme` says it all. */
export function scoringLines(plan: Plan): readonly Line[] {
  const { index, scheme } = plan;
  if (index === null) return [];
  const rules = indexTexts(plan, index, 'vi');
  if (scheme !== null && isPlain(index, rules)) return [];
  const shown = rules.filter(({ usual, asked }) => asked || !usual);
  return [
    { kind: 'table', table: criteriaTable(plan, index) },
    paragraph('Cách tính:'),
    ...shown.map(({ topic, content }) => item(`${topic}: ${sentence(content)}`)),
  ];
}

/** Sums of appraised and surveyed points, ranked and rounded as everywhere; classes belong to every scheme. */
function isPlain(
  { criteria, classes, classesByBlock }: Index,
  rules: readonly RuleText[],
): boolean {
  const declared = rules.filter(({ usual }) => !usual).length;
  const ofClasses = (classes.length > 0 ? 1 : 0) + Object.keys(classesByBlock).length;
  return declared <= ofClasses && criteria.every(isPlainCriterion);
}

function isPlainCriterion(criterion: Criterion): boolean {
  const { source, combine, children } = criterion;
  const usual = source === null || source.kind === 'appraised' || source.kind === 'survey';
  const bare = { ...criterion, step: null };
  return (
    usual &&
    combine === 'sum' &&
    furtherTexts(bare, 'vi').length === 0 &&
    children.every(isPlainCriterion)
  );
}

function criteriaTable(plan: Plan, { criteria }: Index): Table {
  return {
    columns: [
      column('code', 'Số', 'text', 8),
      column('name', 'Lĩnh vực, tiêu chí', 'text', 34),
      column('max', 'Điểm tối đa', 'text', 10),
      column('rule', 'Cách tính điểm', 'text', 46),
    ],
    rows: criteria.flatMap((criterion) => rowsOf(criterion, plan)),
  };
}

function rowsOf(criterion: Criterion, plan: Plan): readonly PageRow[] {
  const { code, name, max, children } = criterion;
  const source = sourceText(criterion, plan, 'vi');
  const rules = [source ?? combineText(criterion, 'vi'), ...furtherTexts(criterion, 'vi')];
  const text = rules.filter((rule) => rule !== null).join('; ');
  const cells = [code, name, numberText(max, 'vi'), capital(text)];
  return [{ style: 'row', cells }, ...children.flatMap((child) => rowsOf(child, plan))];
}
