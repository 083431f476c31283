/** The packets as a table for people, and every sheet as a row for programs. */
import type { Lang } from '../findings/finding.ts';
import type { Packet, PacketPart } from '../packets.ts';
import { column, type Page, type PageRow } from '../page.ts';
import type { Plan } from '../plan/plan.ts';

type Bilingual = Readonly<Record<Lang, string>>;

const words = {
  name: { vi: 'Túi phiếu', en: 'Packets' },
  id: { vi: 'Mã', en: 'Id' },
  target: { vi: 'Gửi đến', en: 'For' },
  form: { vi: 'Mẫu phiếu', en: 'Form' },
  sheets: { vi: 'Số phiếu', en: 'Sheets' },
  spares: { vi: 'Dự phòng', en: 'Spares' },
  first: { vi: 'Sê-ri đầu', en: 'First serial' },
  last: { vi: 'Sê-ri cuối', en: 'Last serial' },
  send: { vi: 'Ngày gửi', en: 'Send' },
  total: { vi: 'TỔNG CỘNG', en: 'TOTAL' },
} satisfies Record<string, Bilingual>;

/** A row for each part of each packet, and the total. Serials run from the first form to the last spare. */
export function packetsPage(plan: Plan, printed: readonly Packet[], lang: Lang): Page {
  const codes = new Map(plan.forms.map((form) => [form.id, form.code]));
  const rows = printed.flatMap(({ id, name, parts }) =>
    parts.map(({ form, sheets, send }): PageRow => {
      const spares = sheets.filter(({ kind }) => kind === 'spare').length;
      const ends = [sheets[0]?.serial ?? null, sheets.at(-1)?.serial ?? null];
      const counts = [sheets.length - spares, spares];
      return { style: 'row', cells: [id, name, codes.get(form) ?? form, ...counts, ...ends, send] };
    }),
  );
  const all = printed.flatMap(({ parts }) => parts.flatMap(({ sheets }) => sheets));
  const spares = all.filter(({ kind }) => kind === 'spare').length;
  const total = [words.total[lang], null, null, all.length - spares, spares, null, null, null];
  return {
    name: words.name[lang],
    title: [plan.title],
    columns: [
      column('packet', words.id[lang], 'text', 24),
      column('name', words.target[lang], 'text', 32),
      column('form', words.form[lang], 'text', 22),
      column('sheets', words.sheets[lang], 'count', 9),
      column('spares', words.spares[lang], 'count', 9),
      column('first', words.first[lang], 'text', 18),
      column('last', words.last[lang], 'text', 18),
      column('send', words.send[lang], 'date', 11),
    ],
    rows: [...rows, { style: 'total', cells: total }],
    notes: [],
    orientation: 'landscape',
  };
}

export const registerColumns = [
  'serial',
  'form',
  'group',
  'packet',
  'unit',
  'place',
  'kind',
] as const;

/** Every sheet, in printing order, under `registerColumns`; ids, no names. */
export function registerRows(printed: readonly Packet[]): (string | null)[][] {
  const rowsOf = ({ sheets, unit, place }: PacketPart): (string | null)[][] =>
    sheets.map(({ serial, form, group, packet, kind }) => {
      return [serial, form, group, packet, unit, place, kind];
    });
  return printed.flatMap(({ parts }) => parts.flatMap(rowsOf));
}
