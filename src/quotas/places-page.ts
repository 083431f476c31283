/** The places that a selection by stages has chosen, stage by stage, with the reserves. */
import type { Lang } from '../findings/finding.ts';
import { simulatedMark } from '../page/official.ts';
import { type PageRow, type PrintedPage, plainPrint } from '../page.ts';
import type { Group, Plan } from '../plan/plan.ts';
import { roman } from './annex.ts';
import { column } from './columns.ts';
import { placeName, samplingFrame } from './frame.ts';
import { inclusionCells, inclusionColumns } from './inclusion.ts';
import type { ChosenPlace, Quotas } from './quota.ts';

type Bilingual = Readonly<Record<Lang, string>>;

const words = {
  name: { vi: 'Địa bàn chọn', en: 'Chosen places' },
  title: { vi: 'ĐỊA BÀN ĐƯỢC CHỌN', en: 'CHOSEN PLACES' },
  number: { vi: 'STT', en: 'No.' },
  level: { vi: 'Cấp', en: 'Level' },
  place: { vi: 'Địa bàn', en: 'Place' },
  role: { vi: 'Cách chọn', en: 'Chosen' },
  order: { vi: 'Thứ tự', en: 'Order' },
} satisfies Record<string, Bilingual>;

const roles: Readonly<Record<ChosenPlace['role'], Bilingual>> = {
  named: { vi: 'Phương án chỉ định', en: 'named by the plan' },
  purposive: { vi: 'Chọn có chủ đích', en: 'by judgement' },
  certain: { vi: 'Chắc chắn chọn', en: 'certain' },
  drawn: { vi: 'Rút ngẫu nhiên', en: 'drawn' },
  reserve: { vi: 'Dự phòng', en: 'reserve' },
};

const notes = {
  seed: {
    vi: (seed: string, source: string) =>
      `Rút ngẫu nhiên từ hạt giống “${seed}”${source}; ai có phương án này cũng rút lại được đúng như vậy.`,
    en: (seed: string, source: string) =>
      `Drawn from the seed “${seed}”${source}; anyone with the same plan can draw the same again.`,
  },
  chance: {
    vi: 'Xác suất được chọn tính qua mọi cấp cho tới địa bàn ấy; để trống với nơi không rút ngẫu nhiên.',
    en: 'The chance of selection is over all stages down to the place; blank where nothing was drawn.',
  },
  reserve: {
    vi: 'Dự phòng: dùng theo thứ tự khi một địa bàn đã chọn không khảo sát được.',
    en: 'Reserve: taken in this order when a chosen place cannot be surveyed.',
  },
} as const;

/** Null when no group chooses places. */
export function placesPage(
  plan: Plan,
  quotas: Quotas,
  lang: Lang,
  rehearsal: boolean,
): PrintedPage | null {
  const chosen = quotas.groups.flatMap(({ places }) => places);
  if (chosen.length === 0) return null;
  const mark = rehearsal ? simulatedMark[lang] : null;
  return {
    name: words.name[lang],
    title: [...(mark === null ? [] : [mark]), words.title[lang], plan.title],
    columns: [
      column('no', words.number[lang], 'text', 6),
      column('level', words.level[lang], 'text', 14),
      column('place', words.place[lang], 'text', 36),
      column('role', words.role[lang], 'text', 18),
      column('order', words.order[lang], 'count', 7),
      ...inclusionColumns(lang),
    ],
    rows: plan.groups.flatMap((group, position) => groupRows(plan, group, position, quotas, lang)),
    notes: pageNotes(plan, chosen, lang),
    orientation: 'portrait',
    print: { ...plainPrint, mark },
  };
}

function groupRows(
  plan: Plan,
  group: Group,
  position: number,
  quotas: Quotas,
  lang: Lang,
): readonly PageRow[] {
  const places = quotas.groups.find((quota) => quota.group === group.id)?.places ?? [];
  if (places.length === 0) return [];
  const stages = group.quota.rule === 'stages' ? group.quota.stages : [];
  const empty = [null, null, null, null, null];
  const frame = samplingFrame(plan);
  return [
    { style: 'group', cells: [roman(position + 1), group.name, ...empty] },
    ...places.map(({ place, stage, role, order, inclusion }, at): PageRow => {
      const level = plan.levels[stages[stage]?.level ?? 0] ?? '';
      const name = placeName(frame, place);
      const cells = [String(at + 1), level, name, roles[role][lang], order];
      return { style: 'row', cells: [...cells, ...inclusionCells(inclusion)] };
    }),
  ];
}

function pageNotes(plan: Plan, chosen: readonly ChosenPlace[], lang: Lang): readonly string[] {
  const { seed, seedSource } = plan.sampling;
  const drawn = chosen.some(({ inclusion }) => inclusion !== null);
  const source = seedSource === null ? '' : ` (${seedSource})`;
  return [
    ...(drawn && seed !== null ? [notes.seed[lang](seed, source)] : []),
    ...(drawn ? [notes.chance[lang]] : []),
    ...(chosen.some(({ role }) => role === 'reserve') ? [notes.reserve[lang]] : []),
  ];
}
