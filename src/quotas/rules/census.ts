/** Everybody: a figure of the row, or the rows of a list of people. */
import type { Plan } from '../../plan/plan.ts';
import {
  countIn,
  figureName,
  inBoth,
  known,
  type RowScope,
  type RuleOf,
  type RuleResult,
  readCount,
  unknown,
} from './result.ts';

export function census({ from }: RuleOf<'census'>, plan: Plan): (scope: RowScope) => RuleResult {
  if (from.kind === 'attribute') {
    const name = figureName(plan, from.attribute);
    return (scope) => {
      const read = readCount(scope, from.attribute);
      if (!read.ok) return { ...read.lacking, census: true };
      const { vi, en } = inBoth((lang) => `${name} = ${countIn(read.value, lang)}`);
      return everybody(read.value, { vi: `Toàn bộ: ${vi}`, en: `Everybody: ${en}` });
    };
  }
  const { file, counts } = from;
  if (counts === null) {
    const waiting = unknown({
      vi: `Toàn bộ danh sách ${file} (chưa có)`,
      en: `Everybody on ${file} (not there yet)`,
    });
    return () => ({ ...waiting, census: true });
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return ({ unit, place }) => {
    const holder = unit ?? place;
    const people = holder === null ? all : (counts[holder.id] ?? 0);
    return everybody(people, {
      vi: `Toàn bộ danh sách ${file}: ${countIn(people, 'vi')} người`,
      en: `Everybody on ${file}: ${countIn(people, 'en')}`,
    });
  };
}

function everybody(people: number, reason: RuleResult['reason']): RuleResult {
  return known(people, reason, { population: people, census: true });
}
