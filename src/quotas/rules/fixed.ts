/** Rules that say the numbers outright: total, counts, each, per, from. */
import type { Plan } from '../../plan/plan.ts';
import {
  countIn,
  figureName,
  inBoth,
  known,
  type RowScope,
  type RuleOf,
  type RuleResult,
  readAmount,
  readCount,
  unknown,
  whenRead,
} from './result.ts';

type RowRule = (scope: RowScope) => RuleResult;

export function total(rule: RuleOf<'total'>): RuleResult {
  return known(rule.total, { vi: 'Ấn định trong phương án', en: 'Fixed in the plan' });
}

const byTable = { vi: 'Theo bảng phân bổ của phương án', en: "By the plan's table" };
// A unit missing from the table is reported where the plan is read.
const notInTable = unknown({ vi: 'Chưa có trong bảng phân bổ', en: 'Not in the table' });

export function counts(rule: RuleOf<'counts'>): RowRule {
  return ({ unit }) => {
    const size = unit === null ? undefined : rule.counts[unit.id];
    return size === undefined ? notInTable : known(size, byTable);
  };
}

/** By type where the table names it, else by the figure, else the number for all others. */
export function each(rule: RuleOf<'each'>, plan: Plan): RowRule {
  const byType = new Map(
    Object.entries(rule.byType).map(([type, size]) => [type, known(size, typeWords(type, size))]),
  );
  const byFigure = rule.by === null ? null : eachByFigure(rule, rule.by, plan);
  const other = forEach(rule.size);
  return (scope) => {
    const type = (scope.unit ?? scope.place)?.type ?? null;
    const own = type === null ? undefined : byType.get(type);
    if (own !== undefined) return own;
    if (byFigure !== null) return byFigure(scope);
    return (
      other ??
      unknown({ vi: 'Chưa có số phiếu cho loại này', en: 'No size for this type' }, [
        { kind: 'type-without-size', type: type ?? '' },
      ])
    );
  };
}

function typeWords(type: string, size: number): RuleResult['reason'] {
  return {
    vi: `${countIn(size, 'vi')} phiếu mỗi đơn vị loại “${type}”`,
    en: `${countIn(size, 'en')} for each unit of type “${type}”`,
  };
}

function forEach(size: number | null): RuleResult | null {
  if (size === null) return null;
  const vi = `${countIn(size, 'vi')} phiếu mỗi đơn vị`;
  return known(size, { vi, en: `${countIn(size, 'en')} for each unit` });
}

function eachByFigure(
  rule: RuleOf<'each'>,
  by: NonNullable<RuleOf<'each'>['by']>,
  plan: Plan,
): RowRule {
  const name = figureName(plan, by.figure);
  const other = forEach(rule.size);
  return (scope) => {
    const read = readAmount(scope, by.figure);
    if (!read.ok) return read.lacking;
    const { value } = read;
    const size = by.sizes[String(value)];
    if (size !== undefined) {
      const { vi, en } = inBoth((lang) => `${name} = ${value}: ${countIn(size, lang)}`);
      return known(size, { vi: `${vi} phiếu`, en: `${en} sheets` });
    }
    if (other !== null) return other;
    const lacking = {
      vi: `Chưa có số phiếu cho ${name} = ${value}`,
      en: `No size for ${name} = ${value}`,
    };
    return unknown(lacking, [{ kind: 'value-without-size', figure: by.figure, value }]);
  };
}

export function per(rule: RuleOf<'per'>, plan: Plan): RowRule {
  const name = figureName(plan, rule.of);
  const take = inBoth((lang) => countIn(rule.take, lang));
  return (scope) => {
    const read = readCount(scope, rule.of);
    if (!read.ok) return read.lacking;
    const size = rule.take * read.value;
    const words = whenRead(
      (lang) => `${take[lang]} × ${countIn(read.value, lang)} ${name} = ${countIn(size, lang)}`,
    );
    return known(size, words);
  };
}

/** Its answers are brought in from another survey: nothing is issued, and nothing is missing. */
export function from({ survey }: RuleOf<'from'>): RuleResult {
  const reason = {
    vi: `Lấy kết quả từ ${survey}; không phát phiếu`,
    en: `Taken from ${survey}; no sheets are issued`,
  };
  return known(0, reason, { ceiling: 'none' });
}
