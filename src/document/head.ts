/** What stands around the body of an official paper: agency, number and date above; recipients and signature below. */

import type { DocumentHead } from '../page/document.ts';
import { documentDay, type KnownDay, officialHead, signersOf } from '../page/official.ts';
import type { Signer } from '../page.ts';
import type { Plan, PlanDocument } from '../plan/plan.ts';
import { asTitle, blank, dots, inside, sentence } from './words.ts';

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

/**
 * “Kế hoạch khảo sát sự hài lòng …”, to stand in a sentence: without what the abstract says of its kind, and without its full
 * stop. An abstract in capitals does not tell names from words, so the title stands for it, or the kind alone.
 */
export function paperName({ document, title }: Plan): string {
  const kind = asTitle(document.kind);
  const written = [document.abstract, title].find((text) => text !== null && /\p{Ll}/u.test(text));
  const text = (written ?? '').replace(/\s+/gu, ' ').replace(/[\s.,;:]+$/u, '');
  const own = text.toLowerCase().startsWith(`${kind.toLowerCase()} `);
  const rest = (own ? text.slice(kind.length + 1) : text).replace(/^(về việc|v\/v)\s+/iu, '');
  return rest === '' ? kind : `${kind} ${inside(rest)}`;
}

/** Each with a semicolon, the last with a full stop; a blank line to fill in when the plan names none. */
export function recipientLines({ recipients }: PlanDocument): readonly string[] {
  const names = recipients.length === 0 ? [dots, 'Lưu: VT'] : recipients;
  return names.map((name, at) => {
    const end = at === names.length - 1 ? '.' : ';';
    return name === dots
      ? `- ${name}${end}`
      : `- ${sentence(name.replace(/^[-–+•]\s*/u, ''), end)}`;
  });
}

/** “TM. ỦY BAN NHÂN DÂN - KT. CHỦ TỊCH” is written on two lines, as is what the plan itself breaks. */
export function signerOf(document: PlanDocument): Signer {
  const signer = signersOf(document, 'vi').at(-1) ?? { titles: [], note: null, name: null };
  const titles = signer.titles.flatMap((title) =>
    title.split(/\s+[-–]\s+(?=(?:TM|KT|TL|TUQ|Q)\.)/u),
  );
  return { ...signer, titles, name: signer.name ?? dots };
}
