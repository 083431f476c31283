/** What makes a table a document that can be signed: head, place and date, signatures, the rehearsal mark. */
import type { Lang } from '../findings/finding.ts';
import type { HeadLine, OfficialHead, PrintedPage, Signer } from '../page.ts';
import type { Plan, PlanDocument } from '../plan/plan.ts';
import { officialMonth } from './dates.ts';

type Bilingual = Readonly<Record<Lang, string>>;

/** Stands on every page and every printed sheet of a rehearsal. */
export const simulatedMark: Bilingual = {
  vi: 'SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT',
  en: 'SIMULATED FIGURES – NOT REAL RESULTS',
};

const state: Bilingual = {
  vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  en: 'SOCIALIST REPUBLIC OF VIET NAM',
};
const motto: Bilingual = {
  vi: 'Độc lập - Tự do - Hạnh phúc',
  en: 'Independence - Freedom - Happiness',
};
const maker: Bilingual = { vi: 'NGƯỜI LẬP BIỂU', en: 'PREPARED BY' };
const signs: Bilingual = { vi: '(Ký, ghi rõ họ tên)', en: '(Signature, full name)' };
const leader: Bilingual = { vi: 'THỦ TRƯỞNG CƠ QUAN', en: 'HEAD OF THE OFFICE' };
const stamps: Bilingual = { vi: '(Ký tên, đóng dấu)', en: '(Signature, stamp)' };

/** A day as far as it is known: year, month and day as they are printed, null for what is filled in by hand. */
export interface KnownDay {
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
}

/** Nothing known: the table is dated when it is signed. */
export const openDay: KnownDay = { year: null, month: null, day: null };

/**
 * The day of the plan's document, as it is printed; a document without a date is of the year in which its
 * fieldwork begins.
 */
export function documentDay(document: PlanDocument, opens: string | null): KnownDay {
  const known = document.date ?? document.month ?? opens?.slice(0, 4) ?? '';
  const [year, month, day] = known.split('-');
  return {
    year: year || null,
    month: month === undefined ? null : officialMonth(month),
    day: day ?? null,
  };
}

/** “ngày 05 tháng 9 năm 2023”, with … for what is not known. */
export function dayText({ year, month, day }: KnownDay, lang: Lang): string {
  if (lang === 'en') return `${day ?? '…'}/${month ?? '…'}/${year ?? '20…'}`;
  return `ngày ${day ?? '…'} tháng ${month ?? '…'} năm ${year ?? '20…'}`;
}

/** Null when the plan does not say whose document it is. */
export function officialHead(
  { parent, issuer, place }: PlanDocument,
  day: KnownDay,
  lang: Lang,
): OfficialHead | null {
  if (parent === null && issuer === null) return null;
  const rule: HeadLine = { text: '', style: 'rule' };
  const above: readonly HeadLine[] =
    parent === null || issuer === null ? [] : [{ text: capitals(parent), style: 'plain' }];
  return {
    left: [...above, { text: capitals(issuer ?? parent ?? ''), style: 'bold' }, rule],
    right: [
      { text: state[lang], style: 'bold' },
      { text: motto[lang], style: 'bold' },
      rule,
      { text: `${place ?? '…………'}, ${dayText(day, lang)}`, style: 'italic' },
    ],
  };
}

/** Who made the table, and who signs for the office: as the plan names them, else in general words. */
export function signersOf({ signer }: PlanDocument, lang: Lang): readonly Signer[] {
  const made = { titles: [maker[lang]], note: signs[lang], name: null };
  if (signer === null) return [made, { titles: [leader[lang]], note: stamps[lang], name: null }];
  const lines = [signer.capacity, signer.title].flatMap((text) => text.split(/\s*\n\s*/u));
  const titles = lines.filter((line) => line !== '').map(signed);
  return [made, { titles, note: null, name: signer.name }];
}

/** “(Kèm theo Kế hoạch số …/KH-SNV ngày … của …)”; null when the document has no number. */
export function attachedTo(document: PlanDocument, day: KnownDay, lang: Lang): string | null {
  const { number, issuer, kind } = document;
  if (number === null) return null;
  const printed = number.startsWith('/') || number.startsWith('-') ? `…${number}` : number;
  if (lang === 'en') return `(Attached to ${printed}, ${dayText(day, lang)})`;
  const by = issuer === null ? '' : ` của ${issuer}`;
  return `(Kèm theo ${kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()} số ${printed} ${dayText(day, lang)}${by})`;
}

/** Titles, head and signatures of a table that is signed; `rehearsal`: it says that its figures are made up. */
export function officialPage(
  { document, fieldwork, title: survey }: Plan,
  title: string,
  lang: Lang,
  rehearsal: boolean,
): Pick<PrintedPage, 'title' | 'print'> {
  const day = documentDay(document, fieldwork.opens);
  const attached = attachedTo(document, day, lang);
  const mark = rehearsal ? simulatedMark[lang] : null;
  return {
    title: [mark, title, survey, attached].filter((line) => line !== null),
    print: { mark, head: officialHead(document, day, lang), signers: signersOf(document, lang) },
  };
}

/** In capitals, but for the small word between two offices of one person. */
function signed(text: string): string {
  return text
    .split(/(?<=\s)(?=\S)/u)
    .map((word) => (word.trim() === 'kiêm' ? word : capitals(word)))
    .join('');
}

function capitals(text: string): string {
  return text.toUpperCase();
}
