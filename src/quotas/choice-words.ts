/** How a place came into the sample, in words. */
import type { Lang } from '../findings/finding.ts';
import { levelWord } from '../plan/level-words.ts';
import type { Group, Place, Plan, Stage, StageMethod } from '../plan/plan.ts';
import type { SamplingFrame } from './frame.ts';
import type { ChosenPlace, QuotaRow } from './quota.ts';
import { type Bilingual, countIn, figureName, whenRead } from './rules/result.ts';

/** Rows of places, with how each came into the sample behind the rule's own reason. */
export function withChoices(
  rows: readonly QuotaRow[],
  { plan, frame }: { readonly plan: Plan; readonly frame: SamplingFrame },
  { quota }: Group,
  places: readonly ChosenPlace[],
): readonly QuotaRow[] {
  if (quota.rule !== 'stages') return rows;
  const context = choiceContext(plan, frame, quota.stages, places);
  return rows.map((row) => {
    const { target, reason } = row;
    if (target.kind !== 'place') return row;
    const words = (lang: Lang): string => stageWords(context, target.place, lang);
    return { ...row, reason: whenRead((lang) => `${reason[lang]}; ${words(lang)}`) };
  });
}

export function choiceContext(
  plan: Plan,
  frame: SamplingFrame,
  stages: readonly Stage[],
  places: readonly ChosenPlace[],
): ChoiceContext {
  return { plan, frame, stages, chosen: new Map(places.map((place) => [place.place, place])) };
}

/** What is needed to put choices into words. */
export interface ChoiceContext {
  readonly plan: Plan;
  readonly frame: SamplingFrame;
  readonly stages: readonly Stage[];
  /** Of one group, by id. */
  readonly chosen: ReadonlyMap<string, ChosenPlace>;
}

const lots: Readonly<Record<Exclude<StageMethod, 'named' | 'purposive'>, Bilingual>> = {
  random: { vi: 'rút ngẫu nhiên', en: 'drawn at random' },
  systematic: { vi: 'chọn hệ thống', en: 'drawn systematically' },
  pps: { vi: 'rút theo quy mô', en: 'drawn with chance by size' },
};

const others = {
  named: { vi: 'phương án ấn định', en: 'named by the plan' },
  purposive: { vi: 'chọn có chủ đích', en: 'chosen by judgement' },
  certain: { vi: 'chắc chắn chọn', en: 'certain' },
} satisfies Record<string, Bilingual>;

/** `rút theo quy mô (Số hộ), 3 trong 10`. */
export function choiceWords(context: ChoiceContext, one: ChosenPlace, lang: Lang): string {
  const { plan, frame, stages } = context;
  const stage = stages[one.stage];
  const place = frame.byId.get(one.place);
  switch (one.role) {
    case 'named':
    case 'certain':
      return others[one.role][lang];
    case 'purposive':
      return `${others.purposive[lang]}${standing(place)}`;
    case 'reserve':
      return lang === 'vi' ? `dự phòng ${one.order}` : `reserve ${one.order}`;
    case 'stand-in': {
      const gone = frame.byId.get(one.standsFor ?? '')?.name ?? '';
      return lang === 'vi'
        ? `dự phòng ${one.order}, vào thay ${gone}`
        : `reserve ${one.order}, stands in for ${gone}`;
    }
    case 'replaced': {
      const why = one.why ?? '';
      return lang === 'vi' ? `không khảo sát được: ${why}` : `cannot be surveyed: ${why}`;
    }
    case 'drawn': {
      if (stage === undefined || stage.how === 'named' || stage.how === 'purposive') return '';
      const by =
        stage.how === 'pps' && stage.size !== null ? ` (${figureName(plan, stage.size)})` : '';
      const [taken, among] = lotOf(context, one).map((number) => countIn(number, lang));
      const of = lang === 'vi' ? `${taken} trong ${among}` : `${taken} of ${among}`;
      return `${lots[stage.how][lang]}${by}, ${of}`;
    }
  }
}

/** The word that the plan gives a place chosen by judgement; a plain yes says nothing. */
function standing(place: Place | undefined): string {
  const word = place?.chosen ?? null;
  return word === null || word === 'yes' ? '' : ` (${word})`;
}

/** How many the draw took in the same parent, and of how many, without those that were in for certain. */
function lotOf({ frame, chosen }: ChoiceContext, one: ChosenPlace): readonly [number, number] {
  const parent = frame.byId.get(one.place)?.parent ?? null;
  const beside = (frame.inside.get(parent) ?? []).flatMap(({ id }) => chosen.get(id) ?? []);
  // Those that were replaced have been drawn too; what stands in for them has not.
  const taken = beside.filter(
    ({ inclusion, standsFor }) => inclusion !== null && standsFor === null,
  );
  const certain = taken.filter(({ role }) => role === 'certain').length;
  return [taken.length - certain, one.among - certain];
}

/** Stage by stage: `cấp huyện: phương án ấn định; cấp xã: rút ngẫu nhiên, 3 trong 10`. */
function stageWords(context: ChoiceContext, id: string, lang: Lang): string {
  const { plan, frame, stages, chosen } = context;
  const words: string[] = [];
  for (let place = frame.byId.get(id); place !== undefined; ) {
    const one = chosen.get(place.id);
    if (one !== undefined) {
      const level = levelWord(plan.levels[stages[one.stage]?.level ?? 0] ?? '', lang);
      words.push(`${level}: ${choiceWords(context, one, lang)}`);
    }
    place = place.parent === null ? undefined : frame.byId.get(place.parent);
  }
  return words.reverse().join('; ');
}
