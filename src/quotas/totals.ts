/** Printed totals against computed ones, and the rows that a slip of the pen would explain. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { StatedPart, SuspectPart } from '../findings/quota-totals.ts';
import type { Plan, Stated } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import { peopleOnForms } from '../plan/written-groups.ts';
import type { QuotaRow, Quotas } from './quota.ts';

type Part = StatedPart;

/** Checks every stated total; a total that is not known yet is not checked. */
export function totalFindings(plan: Plan, quotas: Quotas, where: PlanWhere): readonly Finding[] {
  return [
    ...groupTotals(plan, quotas, where),
    ...planTotals(plan, quotas, where),
    ...tooMany(quotas, where),
  ];
}

/** More sheets than this have no room in the serials' register, nor on anybody's desk. */
const mostSheets = 1_000_000;

function tooMany(quotas: Quotas, where: PlanWhere): readonly Finding[] {
  const total = quotas.rows.reduce((sum, row) => sum + (row.size ?? 0), 0);
  const args = { total, most: mostSheets };
  return total > mostSheets ? [finding('quota/too-many-sheets', where.file(), args)] : [];
}

function groupTotals(plan: Plan, quotas: Quotas, where: PlanWhere): readonly Finding[] {
  const written = new Map(peopleOnForms(plan).map(({ id, name }) => [id, name]));
  return plan.groups.flatMap((group, position) => {
    const quota = quotas.groups[position];
    // On several forms a group has the same quota on each; its printed total is checked once.
    if (plan.groups[position - 1]?.people === group.people) return [];
    if (group.stated === null || quota === undefined || quota.total === null) return [];
    const parts = quota.rows.map((row) => ({ name: rowName(row), size: row.size ?? 0 }));
    const name = written.get(group.people) ?? group.name;
    return compare(name, group.stated, parts, () => where.groupStated(group.id));
  });
}

/** A place by itself and the one above: more names, with their commas, would run into those of the next. */
function rowName({ name, target }: QuotaRow): string {
  return target.kind === 'place' ? name.replace(/^([^,]+), ([^,]+).*$/, '$1 ($2)') : name;
}

function planTotals(plan: Plan, quotas: Quotas, where: PlanWhere): readonly Finding[] {
  return plan.stated.flatMap((stated, position) => {
    const included = plan.groups.flatMap((group, at) => {
      const quota = quotas.groups[at];
      return stated.groups.includes(group.id) && quota !== undefined ? [{ group, quota }] : [];
    });
    const parts: Part[] = [];
    for (const { group, quota } of included) {
      if (quota.total === null) return [];
      parts.push({ name: group.name, size: quota.total });
    }
    // A group that already misses its own printed total is the culprit; say so instead of guessing again.
    const guilty = included.flatMap(({ group, quota }) =>
      group.stated !== null && !group.stated.about && group.stated.value !== quota.total
        ? [{ name: group.name, size: quota.total ?? 0, meant: group.stated.value, sure: true }]
        : [],
    );
    return compare(stated.name ?? '', stated, parts, () => where.stated(position), guilty);
  });
}

function compare(
  what: string,
  stated: Stated,
  parts: readonly Part[],
  at: () => ReturnType<PlanWhere['file']>,
  guilty: readonly SuspectPart[] = [],
): readonly Finding[] {
  const computed = parts.reduce((sum, part) => sum + part.size, 0);
  if (computed === stated.value) return [];
  if (stated.about) {
    return [finding('quota/about-total-differs', at(), { what, stated: stated.value, computed })];
  }
  const suspects = guilty.length > 0 ? guilty : slips(parts, computed - stated.value);
  const args = {
    what,
    stated: stated.value,
    computed,
    suspects,
    parts,
  };
  return [finding('quota/total-does-not-foot', at(), args)];
}

/**
 * Rows whose figure, taken as a slip of the pen, explains the whole difference: two digits swapped (31 for 13),
 * a digit dropped or added (7 for 73). The commonest kinds first; a single changed digit would accuse almost every row.
 */
export function slips(parts: readonly Part[], difference: number): readonly SuspectPart[] {
  return parts.flatMap(({ name, size }) => {
    const meant = size - difference;
    const explains = meant >= 0 && isSlip(String(size), String(meant));
    return explains ? [{ name, size, meant, sure: false }] : [];
  });
}

function isSlip(written: string, meant: string): boolean {
  if (written.length === meant.length) {
    const swapped = [...written].slice(1).some((_, at) => swapAt(written, at) === meant);
    return swapped && written !== meant;
  }
  const [short, long] = written.length < meant.length ? [written, meant] : [meant, written];
  return (
    long.length === short.length + 1 &&
    [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}

function swapAt(digits: string, at: number): string {
  return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
}
