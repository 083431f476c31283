/** What stands in the properties of every workbook: fixed by the plan, so that the same inputs give the same bytes. */
import type { Lang } from '../findings/finding.ts';
import type { WorkbookOptions } from '../formats/xlsx-write.ts';
import type { Plan } from '../plan/plan.ts';

export function workbookOptions(plan: Plan, lang: Lang): WorkbookOptions {
  const day = plan.document.date ?? plan.fieldwork.closes ?? plan.fieldwork.opens ?? '2000-01-01';
  return {
    lang,
    title: plan.title,
    author: plan.document.issuer ?? plan.document.parent ?? '',
    created: new Date(`${day}T00:00:00Z`),
  };
}
