/** What makes the calendar's sheets papers of the office: head, titles, signatures. */
import type { Lang } from '../findings/finding.ts';
import {
  attachedTo,
  documentDay,
  officialHead,
  signersOf,
  simulatedMark,
} from '../page/official.ts';
import type { PrintedPage } from '../page.ts';
import type { Plan } from '../plan/plan.ts';

export function officialPage(
  plan: Plan,
  title: string,
  lang: Lang,
  rehearsal: boolean,
): Pick<PrintedPage, 'title' | 'print'> {
  const day = documentDay(plan.document, plan.fieldwork.opens);
  const attached = attachedTo(plan.document, day, lang);
  const mark = rehearsal ? simulatedMark[lang] : null;
  return {
    title: [
      ...(mark === null ? [] : [mark]),
      title,
      plan.title,
      ...(attached === null ? [] : [attached]),
    ],
    print: {
      mark,
      head: officialHead(plan.document, day, lang),
      signers: signersOf(plan.document, lang),
    },
  };
}
