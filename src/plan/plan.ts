/**
 * The plan after reading: every default filled, every alternative resolved, nothing optional.
 * Only `plan/` sees `plan.yaml` as written; every later stage starts from this type.
 * Missing is `null`. Counts are integers; points, weights and percentages are exact (`Exact`).
 */
import type { Exact } from '../stats/exact.ts';
import type { Checks } from './checks.ts';
import type { Costs } from './costs.ts';
import type { Fieldwork, Mode } from './fieldwork.ts';
import type { Form, Scale } from './form.ts';
import type { Index } from './index-rules.ts';
import type { Modifiers, Pool, QuotaRule } from './quota-rule.ts';
import type { ReturnsRules } from './returns-rules.ts';
import type { Roster, Sampling, Select } from './sampling.ts';
import type { Calendar, StatedDate, Task } from './task.ts';

export type { BackCheckRules, Checks, QuestionType } from './checks.ts';
export type { CostItem, Costs } from './costs.ts';
export type {
  Combine,
  Criterion,
  LeafSource,
  Normalise,
  NormaliseMethod,
  PointBand,
  SurveyPart,
} from './criterion.ts';
export type { Fieldwork, Mode, Window } from './fieldwork.ts';
export type { Form, NumberRange, Option, Question, QuestionKind, Scale } from './form.ts';
export type {
  ClassBand,
  Index,
  IndexFigure,
  Margin,
  Overall,
  Previous,
  Ranking,
  RespondentWeights,
  Rounding,
  TieBreaker,
  UncertaintyRules,
} from './index-rules.ts';
export type {
  AllocationMethod,
  Band,
  CensusSource,
  Each,
  Formula,
  Modifiers,
  Pool,
  QuotaRule,
  QuotaRuleName,
  Share,
  ShareBand,
  Split,
  Stage,
  StageMethod,
  StageTake,
  Take,
} from './quota-rule.ts';
export type { ReturnsRules, VoidLimit, VoidRule } from './returns-rules.ts';
export type { Roster, Sampling, Select } from './sampling.ts';
export type { Calendar, StatedDate, Task } from './task.ts';

export type UnitId = string;
export type BlockId = string;
export type GroupId = string;
export type PlaceId = string;
export type FormId = string;
export type QuestionId = string;
/** `2023-09-21` */
export type IsoDate = string;

export interface Plan {
  /** Short name of the survey: goes into serials and file names. ASCII, `[a-z0-9-]`. */
  readonly survey: string;
  /** What every serial begins with, e.g. `ST23`. */
  readonly serialPrefix: string;
  readonly title: string;
  /** Decision that issued the criteria set, and its version. */
  readonly scheme: string | null;
  readonly document: PlanDocument;
  readonly fieldwork: Fieldwork;
  /** What the figures of units and places are, by name; figures that the plan does not explain are not here. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** In the order of the plan; ranks restart in each. */
  readonly blocks: readonly Block[];
  /** In the order of the plan, block by block. */
  readonly units: readonly Unit[];
  /** Names of the levels of the sampling frame, outermost first; empty without a frame. */
  readonly levels: readonly string[];
  /** Depth-first, in the order of the plan. */
  readonly places: readonly Place[];
  /** In the order of the plan; the order of the annex. */
  readonly groups: readonly Group[];
  /** Totals that the document prints, to be checked against the quotas. */
  readonly stated: readonly StatedTotal[];
  readonly scales: readonly Scale[];
  readonly forms: readonly Form[];
  /** Codes of missing answers, and when a returned form does not count. */
  readonly returns: ReturnsRules;
  /** The scoring tree; null while the plan has no `index`. */
  readonly index: Index | null;
  readonly tasks: readonly Task[];
  /** Bodies that tasks may name; null: the plan does not list them. */
  readonly bodies: readonly string[] | null;
  /** Dates that the document prints a second time, to be checked against the plan's. */
  readonly statedDates: readonly StatedDate[];
  readonly calendar: Calendar;
  readonly sampling: Sampling;
  /** Null: the plan has no rates. */
  readonly costs: Costs | null;
  readonly checks: Checks;
}

export interface PlanDocument {
  /** What the document is called: `KẾ HOẠCH`, `PHƯƠNG ÁN` … */
  readonly kind: string;
  /** Its abstract (trích yếu); null: the title of the survey. */
  readonly abstract: string | null;
  readonly purpose: readonly string[];
  readonly requirements: readonly string[];
  /** Method, funding and whatever else stands in the body, section by section, in this order after the groups. */
  readonly sections: readonly { readonly title: string; readonly text: readonly string[] }[];
  readonly issuer: string | null;
  readonly parent: string | null;
  readonly number: string | null;
  readonly place: string | null;
  readonly date: IsoDate | null;
  /** `2023-09`, of the date or of a draft that leaves the day blank; null: neither is written. */
  readonly month: string | null;
  readonly basis: readonly string[];
  readonly recipients: readonly string[];
  readonly signer: {
    readonly capacity: string;
    readonly title: string;
    readonly name: string;
  } | null;
}

export interface Block {
  readonly id: BlockId;
  readonly name: string;
  readonly units: readonly UnitId[];
}

export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  readonly block: BlockId;
  readonly type: string | null;
  /** Scored, but kept out of the ranking when false. */
  readonly ranked: boolean;
  /** Free figures that feed quota rules (`divisions: 8`); null = declared but not known yet. */
  readonly attributes: Readonly<Record<string, number | null>>;
  /** What it was before a merger, oldest units first; empty: as before. */
  readonly was: readonly FormerUnit[];
}

/** A unit of an earlier survey that went into this one. */
export interface FormerUnit {
  /** Id or name by which the earlier survey knew it. */
  readonly unit: string;
  /** How much of it, in percent: 100 unless it was divided. */
  readonly share: Exact;
  /** What it weighs among the former units of its unit; 1 where nothing is written. */
  readonly weight: Exact;
}

/** What a figure of units and places is. */
export interface Figure {
  /** As readers call it: “Hồ sơ đã giải quyết”; null: its key. */
  readonly name: string | null;
  /** What it counts. `amount`: no count at all (a cost, a standard deviation): may have decimals. */
  readonly counts: 'people' | 'households' | 'transactions' | 'places' | 'amount' | null;
  /** Of the survey as a whole (“S departments”), where a rule works on no unit; null: unknown or none. */
  readonly value: number | null;
}

/** A node of the sampling frame where respondents are found. */
export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  /** Index into `Plan.levels`. */
  readonly level: number;
  readonly parent: PlaceId | null;
  /** The unit that people found here rate: its own, or its nearest ancestor's. */
  readonly unit: UnitId | null;
  /** Class of place, e.g. ward, commune: its own, or its nearest ancestor's; null: not said. */
  readonly type: string | null;
  /** Chosen by the plan itself, and as what (`good`); null: not so marked. */
  readonly chosen: string | null;
  /** Taken in every draw: a provincial capital, a special zone. */
  readonly certain: boolean;
  readonly attributes: Readonly<Record<string, number | null>>;
}

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  /** The group as written, whose members these are: a written group on several forms becomes one group for each. */
  readonly people: GroupId;
  /** The form its members fill. */
  readonly form: FormId;
  readonly about: About;
  /** One person fills one form: the lowest number wins. */
  readonly priority: number;
  /** Who gets a quota row: the group as a whole, each of these units, or places drawn by stages. */
  readonly over: Over;
  readonly quota: QuotaRule;
  /** Units that follow another rule, by unit. */
  readonly except: Readonly<Record<UnitId, QuotaRule>>;
  readonly pools: readonly Pool[];
  readonly modifiers: Modifiers;
  /** The list of its people; null: none is kept. */
  readonly roster: Roster | null;
  readonly select: Select;
  /** Spare sheets printed with each packet. */
  readonly spare: Spare;
  /** When forms go out; by unit where the annex says so. */
  readonly send: IsoDate | null;
  readonly sendByUnit: Readonly<Record<UnitId, IsoDate>>;
  readonly mode: Mode;
  /** Returned rows must carry a printed serial, or may come without one (QR and open online forms). */
  readonly serial: 'required' | 'optional';
  /** What the document prints as this group's total. */
  readonly stated: Stated | null;
}

/** Whom a sheet rates. `own`: the unit of its quota row; `units`: each of these (a grid when more than one). */
export type About =
  | { readonly kind: 'own' }
  | { readonly kind: 'units'; readonly units: readonly UnitId[] };

export type Over =
  | { readonly kind: 'whole' }
  | { readonly kind: 'units'; readonly units: readonly UnitId[] }
  | { readonly kind: 'places' };

/** A printed total; `about` marks one that the document itself calls approximate. */
export interface Stated {
  readonly value: number;
  readonly about: boolean;
}

export interface StatedTotal extends Stated {
  /** What the total is called where it is printed; null for the grand total. */
  readonly name: string | null;
  readonly groups: readonly GroupId[];
}

/** So many sheets, or so many for every hundred (rounded up), per packet and form. */
export interface Spare {
  readonly sheets: number;
  readonly percent: Exact;
}
