/** What stands around the body of an official paper: agency, number and date above; recipients and signature below. */

import type { DocumentHead } from '../page/document.ts';
import { documentDay, type KnownDay, officialHead, signersOf } from '../page/official.ts';
import type { Signer } from '../page.ts';
import type { Plan, PlanDocument } from '../plan/plan.ts';
import { asTitle, blank, dots, sentence } from './words.ts';

/** The day as far as it is decided, with room to write in what is not. */
export function openDay(plan: Plan): KnownDay {
  const { year, month, day } = documentDay(plan.document, plan.fieldwork.opens);
  return { year: year ?? `20${blank}`, month: month ?? blank, day: day ?? blank };
}

export function headOf(plan: Plan): DocumentHead {
  const { document } = plan;
  const issuer = document.issuer ?? document.parent ?? dots;
  const parent = document.issuer === null ? null : document.parent;
  const head = officialHead({ ...document, issuer, parent }, openDay(plan), 'vi');
  const state = head?.right ?? [];
  return {
    agency: head?.left ?? [],
    state: state.slice(0, -1),
    number: `Số: ${numberOf(document)}`,
    date: state.at(-1)?.text ?? '',
  };
}

/** A number that begins with its signs is a draft's: the number itself is written in by hand. */
function numberOf({ number }: PlanDocument): string {
  if (number === null) return dots;
  return /^[/-]/.test(number) ? `${blank}${number}` : number;
}

/** “Kế hoạch” */
export function kindOf({ kind }: PlanDocument): string {
  return asTitle(kind);
}

/** Each with a semicolon, the last with a full stop; a blank line to fill in when the plan names none. */
export function recipientLines({ recipients }: PlanDocument): readonly string[] {
  const names = recipients.length === 0 ? [dots, 'Lưu: VT'] : recipients;
  return names.map((name, at) => {
    const end = at === names.length - 1 ? '.' : ';';
    return name === dots ? `- ${name}${end}` : `- ${sentence(name, end)}`;
  });
}

/** “TM. ỦY BAN NHÂN DÂN - KT. CHỦ TỊCH” is written on two lines. */
export function signerOf(document: PlanDocument): Signer {
  const signer = signersOf(document, 'vi').at(-1) ?? { titles: [], note: null, name: null };
  const titles = signer.titles.flatMap((title) =>
    title.split(/\s+[-–]\s+(?=(?:TM|KT|TL|TUQ|Q)\.)/u),
  );
  return { ...signer, titles, name: signer.name ?? dots };
}
