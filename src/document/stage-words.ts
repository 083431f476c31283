/** Selection by stages in words: “chọn 03 đơn vị cấp huyện, mỗi nơi 03 đơn vị cấp xã …, mỗi nơi 27 phiếu”. */
import type { Plan, QuotaRule, Stage, StageMethod } from '../plan/plan.ts';
import { counted, figureWord, percent } from './words.ts';

type Stages = Extract<QuotaRule, { rule: 'stages' }>;

const verbs: Readonly<Record<StageMethod, string>> = {
  named: 'chọn',
  purposive: 'chọn có chủ đích',
  random: 'chọn ngẫu nhiên',
  systematic: 'chọn theo bước nhảy đều',
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

export function stagesWords({ stages, take }: Stages, plan: Plan): string {
  const steps = stages.map((stage, at) => {
    const lead = at === 0 ? '' : `trong mỗi ${levelName(plan, stages[at - 1]?.level ?? 0)} `;
    const { how, size } = stage;
    const by = size === null ? 'quy mô' : `số ${figureWord(plan, size)}`;
    const chance = how === 'pps' ? ` với xác suất tỷ lệ với ${by}` : '';
    return `${lead}${verbs[how]} ${amount(stage, levelName(plan, stage.level))}${chance}`;
  });
  const last = levelName(plan, stages.at(-1)?.level ?? 0);
  const size =
    take.kind === 'share'
      ? `${percent(take.percent)} số hiện có`
      : [
          ...(take.count === null ? [] : [`${counted(take.count)} phiếu`]),
          ...Object.entries(take.byType).map(
            ([type, count]) => `${typeWord(type)} ${counted(count)} phiếu`,
          ),
        ].join(', ');
  return `${steps.join('; ')}; mỗi ${last} ${size}${product(stages, take)}`;
}

function amount({ take, reserve, picks }: Stage, level: string): string {
  const types = take.kind === 'count' ? Object.entries(take.byType) : [];
  const more = [
    ...types.map(([type, count]) => `${typeWord(type)}: ${counted(count)}`),
    ...Object.entries(picks).map(([standing, count]) => `${standing}: ${counted(count)}`),
    ...(reserve === 0 ? [] : [`dự phòng ${counted(reserve)}`]),
  ];
  const count = take.kind === 'fraction' ? percent(take.percent) : take.count;
  const base =
    typeof count === 'number' ? `${counted(count)} ` : count === null ? '' : `${count} số `;
  return `${base}${level}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}

/** ` (3 × 3 × 2 × 27 = 486 phiếu)`; empty where a step is no plain number. */
function product(stages: readonly Stage[], take: Stages['take']): string {
  const factors = stages.map((stage) =>
    stage.take.kind === 'count' && Object.keys(stage.take.byType).length === 0
      ? stage.take.count
      : null,
  );
  const sheets = take.kind === 'count' && Object.keys(take.byType).length === 0 ? take.count : null;
  const all = [...factors, sheets];
  if (all.includes(null)) return '';
  const total = all.reduce<number>((sum, factor) => sum * (factor ?? 1), 1);
  return ` (${all.join(' × ')} = ${counted(total)} phiếu)`;
}
