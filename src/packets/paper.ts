/**
 * What is printed, as plain values for the templates in `templates/packet/`: they get data as JSON and
 * never markup, so that no name in a plan can act on the page.
 */
import type { Packet, PacketPart, Sheet } from '../packets.ts';
import type { Form, IsoDate, Plan, UnitId } from '../plan/plan.ts';
import { missingSaid } from '../plan/returns-rules.ts';
import { type Block, layoutForm, tallyBlocks } from './layout.ts';

export interface PaperSurvey {
  readonly title: string;
  readonly scheme: string | null;
  readonly parent: string | null;
  readonly issuer: string | null;
  readonly opens: IsoDate | null;
  readonly closes: IsoDate | null;
  readonly windows: Plan['fieldwork']['windows'];
  readonly address: string | null;
}

/** A form set once; the sheets are stamped on it. */
export interface PaperForm {
  readonly survey: PaperSurvey;
  readonly form: Omit<Form, 'questions'> & { readonly blocks: readonly Block[] };
  /** Names of the units of a grid; a form about one unit does not depend on it and has none. */
  readonly units: readonly string[];
}

/** A form that is set: where the typesetter finds it, and its pages (sizes in points). */
export interface Master {
  readonly file: string;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
}

/** A QR code as the caller draws it. */
export type DrawQr = (text: string) => { readonly size: number; readonly path: string };

/** A packet with more sheets than this has no list sheet by sheet: the ranges must do. */
const longestFollowList = 200;

/** Two parts share a master when their key is the same: same form, and same units on a grid. */
export function masterKey(part: Pick<PacketPart, 'form' | 'rates'>): string {
  return JSON.stringify(part.rates.length > 1 ? [part.form, ...part.rates] : [part.form]);
}

export function paperForm(plan: Plan, part: Pick<PacketPart, 'form' | 'rates'>): PaperForm {
  const { questions: _, ...form } = formOf(plan, part);
  const grid = part.rates.length > 1;
  return onPaper({
    survey: paperSurvey(plan),
    form: { ...form, blocks: layoutForm(plan, formOf(plan, part), grid) },
    units: grid ? unitNames(plan, part.rates) : [],
  });
}

/** One part's form: its master with the unit and the page numbers on it. */
export function paperPartForm(plan: Plan, part: PacketPart, master: Master) {
  return { ...onPaper(paperPart(plan, part)), master };
}

/**
 * Everything `packet.typ` needs. `forms`: for each part, its form as set from `paperPartForm`; `draw` turns
 * a serial into its QR code.
 */
export function paperPacket(plan: Plan, packet: Packet, forms: readonly Master[], draw: DrawQr) {
  const sheets = packet.parts.reduce((sum, part) => sum + part.count, 0);
  const parts = packet.parts.map((part, index) => ({
    ...onPaper(paperPart(plan, part)),
    pages: forms[index],
    sheets: part.sheets.map(({ serial, kind }) => {
      const { size, path } = draw(serial);
      return { serial, spare: kind === 'spare', qr: path, size };
    }),
  }));
  const { id, name } = packet;
  const follow = sheets <= longestFollowList;
  return { survey: onPaper(paperSurvey(plan)), packet: onPaper({ id, name }), follow, parts };
}

/** Forms without an answer that a tally counts apart from those left blank: heading, and short for narrow columns. */
const withoutWords = {
  'two-marks': { name: 'Đánh hai ô', short: '2 ô' },
  'dont-know': { name: 'Không biết', short: 'KB' },
  'not-asked': { name: 'Không hỏi', short: 'KH' },
} as const;

function paperPart(plan: Plan, part: PacketPart) {
  const { code, title } = formOf(plan, part);
  const grid = part.rates.length > 1;
  const without = missingSaid(plan.returns).filter((kind) => kind !== 'blank');
  const spares = part.sheets.filter(({ kind }) => kind === 'spare');
  return {
    group: plan.groups.find(({ id }) => id === part.group)?.name ?? part.group,
    form: { code, title },
    units: unitNames(plan, part.rates),
    place: plan.places.find(({ id }) => id === part.place)?.name ?? null,
    blocks: tallyBlocks(layoutForm(plan, formOf(plan, part), grid)),
    without: without.map((kind) => ({ kind, ...withoutWords[kind] })),
    send: part.send,
    count: part.count - spares.length,
    spares: spares.length,
    ...range(
      '',
      part.sheets.filter(({ kind }) => kind === 'form'),
    ),
    ...range('spare-', spares),
  };
}

/** First and last serial. */
function range<P extends string>(prefix: P, sheets: readonly Sheet[]) {
  return {
    [`${prefix}first`]: sheets[0]?.serial ?? null,
    [`${prefix}last`]: sheets.at(-1)?.serial ?? null,
  };
}

function paperSurvey(plan: Plan): PaperSurvey {
  const { opens, closes, windows, address } = plan.fieldwork;
  const { parent, issuer } = plan.document;
  const { title, scheme } = plan;
  return { title, scheme, parent, issuer, opens, closes, windows, address };
}

function formOf(plan: Plan, part: Pick<PacketPart, 'form'>): Form {
  const form = plan.forms.find(({ id }) => id === part.form);
  if (form === undefined) throw new Error(`Form “${part.form}” is not in the plan`);
  return form;
}

function unitNames(plan: Plan, ids: readonly UnitId[]): readonly string[] {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? id);
}

/**
 * Texts without characters that print nothing or reverse the reading order (line ends stay), and with
 * places to break a line in what has no spaces.
 */
function onPaper<T>(value: T): T {
  if (typeof value === 'string') {
    return value
      .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/\S{28}(?=\S)/gu, '$&\u200b') as T;
  }
  if (Array.isArray(value)) return value.map(onPaper) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, onPaper(each)])) as T;
}
