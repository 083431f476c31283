/** The places that a selection by stages has chosen, stage by stage, with the reserves. */
import type { Lang } from '../findings/finding.ts';
import { simulatedMark } from '../page/official.ts';
import { column, type PageRow, type PrintedPage, plainPrint } from '../page.ts';
import { levelWord } from '../plan/level-words.ts';
import type { Group, Plan } from '../plan/plan.ts';
import { roman } from './annex.ts';
import { choiceContext, choiceWords } from './choice-words.ts';
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
  within: {
    vi: 'Xác suất được chọn là xác suất trong địa bàn cấp trên đã ấn định hoặc chọn có chủ đích, không phải trong cả khung mẫu; để trống với nơi không rút ngẫu nhiên.',
    en: 'The chance of selection is within the place above that was named or chosen by judgement, not within the whole frame; blank where nothing was drawn.',
  },
  reserve: {
    vi: 'Dự phòng: dùng theo thứ tự khi một địa bàn đã rút không khảo sát được; ghi địa bàn ấy vào “sample.replaced” của phương án.',
    en: 'Reserve: taken in this order when a place that was drawn cannot be surveyed; list that place in `sample.replaced` of the plan.',
  },
  standIn: {
    vi: 'Địa bàn vào thay mang xác suất của địa bàn được thay.',
    en: 'A place that stands in carries the chance of the place it stands for.',
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
      column('role', words.role[lang], 'text', 28),
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
  const context = choiceContext(plan, frame, stages, places);
  return [
    { style: 'group', cells: [roman(position + 1), group.name, ...empty] },
    ...places.map((one, at): PageRow => {
      const level = levelWord(plan.levels[stages[one.stage]?.level ?? 0] ?? '', lang);
      const name = placeName(frame, one.place);
      const how = choiceWords(context, one, lang);
      const cells = [String(at + 1), level, name, how, one.order];
      return { style: 'row', cells: [...cells, ...inclusionCells(one.inclusion)] };
    }),
  ];
}

function pageNotes(plan: Plan, chosen: readonly ChosenPlace[], lang: Lang): readonly string[] {
  const { seed, seedSource } = plan.sampling;
  const drawn = chosen.some(({ inclusion }) => inclusion !== null);
  const source = seedSource === null ? '' : ` (${seedSource})`;
  return [
    ...(drawn && seed !== null ? [notes.seed[lang](seed, source)] : []),
    ...(drawn ? [(plan.groups.some(isPartlyNamed) ? notes.within : notes.chance)[lang]] : []),
    ...(chosen.some(({ standsFor }) => standsFor !== null) ? [notes.standIn[lang]] : []),
    ...(chosen.some(({ role }) => role === 'reserve') ? [notes.reserve[lang]] : []),
  ];
}

/** Whether places are drawn below a level that the plan chooses, or below all places of a level. */
function isPartlyNamed({ quota }: Group): boolean {
  if (quota.rule !== 'stages') return false;
  const first = quota.stages.findIndex(({ how }) => how !== 'named' && how !== 'purposive');
  return first > 0 || (first === 0 && (quota.stages[0]?.level ?? 0) > 0);
}
