/** Selection by stages in words: “chọn 03 đơn vị cấp huyện, mỗi nơi 03 đơn vị cấp xã …, mỗi nơi 27 phiếu”. */
import type { Plan, QuotaRule, Stage, StageMethod } from '../plan/plan.ts';
import { counted, figureCount, percent } from './words.ts';

type Stages = Extract<QuotaRule, { rule: 'stages' }>;

const verbs: Readonly<Record<StageMethod, string>> = {
  named: 'chọn',
  purposive: 'chọn có chủ đích',
  random: 'chọn ngẫu nhiên',
  systematic: 'chọn hệ thống (bước nhảy)',
  pps: 'chọn',
};

/** Levels are words of the plan's author; the usual English ones have an official name. */
const levels: ReadonlyMap<string, string> = new Map([
  ['province', 'tỉnh, thành phố'],
  ['district', 'đơn vị cấp huyện'],
  ['commune', 'đơn vị cấp xã'],
  ['ward', 'phường'],
  ['village', 'thôn, khu phố'],
  ['hamlet', 'ấp'],
]);

export function levelName(plan: Plan, level: number): string {
  const word = plan.levels[level] ?? '';
  return levels.get(word) ?? word;
}

/** Types of units and places likewise. */
const types: ReadonlyMap<string, string> = new Map([
  ['commune', 'xã'],
  ['ward', 'phường'],
  ['township', 'thị trấn'],
  ['special-zone', 'đặc khu'],
  ['department', 'sở, ngành'],
  ['district', 'huyện'],
  ['city', 'thành phố'],
]);

export function typeWord(type: string): string {
  return types.get(type) ?? type;
}

/** What places chosen by judgement are chosen as; English ones in Vietnamese. */
const standings: ReadonlyMap<string, string> = new Map([
  ['good', 'tốt'],
  ['fair', 'khá'],
  ['average', 'trung bình'],
  ['weak', 'yếu'],
  ['poor', 'kém'],
]);

/** What the stages come to: places of each stage and sheets in each place; null: not to be said as a product. */
export interface StagesTotal {
  readonly factors: readonly number[] | null;
  /** The sheets that were worked out; null: not known yet. */
  readonly total: number | null;
}

export function stagesWords({ stages, take }: Stages, plan: Plan, made: StagesTotal): string {
  const steps = stages.map((stage, at) => {
    // A selection may begin below the top: then every place above is a parent.
    const above = stages[at - 1]?.level ?? stage.level - 1;
    const lead = above < 0 ? '' : `trong mỗi ${levelName(plan, above)} `;
    const { how, size } = stage;
    const by = size === null ? 'quy mô' : figureCount(plan, size);
    const chance = how === 'pps' ? ` với xác suất tỷ lệ với ${by}` : '';
    return `${lead}${verbs[how]} ${amount(stage, levelName(plan, stage.level))}${chance}`;
  });
  const last = levelName(plan, stages.at(-1)?.level ?? 0);
  const size =
    take.kind === 'share'
      ? shareWords(take, plan)
      : [
          ...(take.count === null ? [] : [`${counted(take.count)} phiếu`]),
          ...Object.entries(take.byType).map(
            ([type, count]) => `${typeWord(type)} ${counted(count)} phiếu`,
          ),
        ].join(', ');
  return `${steps.join('; ')}; mỗi ${last} ${size}${product(made)}`;
}

function shareWords(
  { of, percent: share, atLeast }: Extract<Stages['take'], { kind: 'share' }>,
  plan: Plan,
): string {
  const least = atLeast === 0 ? '' : `, ít nhất ${counted(atLeast)} phiếu`;
  return `${percent(share)} ${figureCount(plan, of)}${least}`;
}

function amount({ take, reserve, picks }: Stage, level: string): string {
  const types = take.kind === 'count' ? Object.entries(take.byType) : [];
  const more = [
    ...types.map(([type, count]) => `${typeWord(type)}: ${counted(count)}`),
    ...Object.entries(picks).map(
      ([standing, count]) => `${standings.get(standing) ?? standing}: ${counted(count)}`,
    ),
    ...(reserve === 0 ? [] : [`dự phòng ${counted(reserve)}`]),
  ];
  const count = take.kind === 'fraction' ? percent(take.percent) : take.count;
  const base =
    typeof count === 'number' ? `${counted(count)} ` : count === null ? '' : `${count} số `;
  return `${base}${level}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}

/** ` (3 × 3 × 2 × 27 = 486 phiếu)`; empty where that is not the total, planned where the draw is still to come. */
function product({ factors, total }: StagesTotal): string {
  const planned = factors?.reduce((all, factor) => all * factor, 1) ?? null;
  if (factors === null || planned === null || planned !== (total ?? planned)) return '';
  const lead = total === null ? 'dự kiến ' : '';
  return ` (${lead}${factors.join(' × ')} = ${counted(planned)} phiếu)`;
}
