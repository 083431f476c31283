/**
 * Plan and quotas → the official document that announces the survey: head, basis, numbered sections, closing,
 * recipients, signature and annexes. Always in Vietnamese: it is signed and filed. What the plan leaves open
 * stays blank on the paper; `documentGaps` says what that is.
 */
import { type Annexes, annexesOf } from './document/annexes.ts';
import { numbered, paragraph, type Section, writtenLines } from './document/blocks.ts';
import { fieldworkSection } from './document/fieldwork.ts';
import { headOf, paperName, recipientLines, signerOf } from './document/head.ts';
import { respondents } from './document/respondents.ts';
import { isWide, taskTable } from './document/tasks.ts';
import { capital, counted, dots, sentence } from './document/words.ts';
import type { Block, OfficialDocument } from './page/document.ts';
import { simulatedMark } from './page/official.ts';
import type { Plan } from './plan/plan.ts';
import { estimate } from './quotas/costs.ts';
import type { Quotas } from './quotas/quota.ts';

export { documentGaps } from './document/gaps.ts';

/** `rehearsal`: the plan stands in a folder of made-up figures, and every sheet says so. */
export function officialDocument(plan: Plan, quotas: Quotas, rehearsal: boolean): OfficialDocument {
  const { document, fieldwork } = plan;
  const annexes = annexesOf(plan, quotas);
  return {
    file: {
      title: plan.title,
      author: document.issuer ?? document.parent ?? '',
      created: document.date ?? fieldwork.closes ?? fieldwork.opens ?? '2000-01-01',
    },
    mark: rehearsal ? simulatedMark.vi : null,
    head: headOf(plan),
    kind: document.kind.toUpperCase(),
    abstract: document.abstract ?? plan.title,
    body: [...opening(plan), ...numbered(sections(plan, quotas, annexes))],
    closing: closing(plan),
    recipients: recipientLines(document),
    signer: signerOf(document),
    annexes: annexes.list,
  };
}

function opening(plan: Plan): readonly Block[] {
  const { document } = plan;
  const written = document.basis.length === 0 ? [dots] : document.basis;
  const basis = written.map((text, at): Block => {
    const lead = /^(căn cứ|thực hiện|theo|xét)\s/iu.test(text) ? capital(text) : `Căn cứ ${text}`;
    const end = at === written.length - 1 ? '.' : ';';
    return { kind: 'basis', text: text === dots ? `${lead}${end}` : sentence(lead, end) };
  });
  const issuer = document.issuer ?? document.parent;
  const lead = issuer === null ? '' : `${issuer} ban hành `;
  const text = `${lead}${paperName(plan)}, cụ thể như sau:`;
  return [...basis, { kind: 'paragraph', text }];
}

function sections(plan: Plan, quotas: Quotas, annexes: Annexes): readonly Section[] {
  const sends = quotas.rows.some(({ send }) => send !== null) ? annexes.label('quotas') : null;
  const places = annexes.label('places');
  const figures = annexes.label('quotas') ?? places ?? '';
  return [
    purposeSection(plan),
    respondents(plan, quotas, { quotas: figures, places }),
    fieldworkSection(plan, sends),
    scoringSection(annexes),
    taskSection(plan, annexes),
    ...writtenSections(plan, quotas, annexes),
  ];
}

function purposeSection({ document: { purpose, requirements } }: Plan): Section {
  const clauses = [
    { title: 'Mục đích', lines: writtenLines(purpose) },
    { title: 'Yêu cầu', lines: writtenLines(requirements) },
  ].filter(({ lines }) => lines.length > 0);
  const title = clauses.map((clause) => clause.title).join(', ');
  const [only, second] = clauses;
  if (only === undefined || second !== undefined) return { title, clauses };
  return { title, clauses: [{ ...only, title: null }] };
}

function scoringSection(annexes: Annexes): Section {
  const label = annexes.label('scoring');
  const text = `Bộ tiêu chí, nguồn điểm và cách tính điểm, xếp hạng theo ${label}.`;
  const clauses = label === null ? [] : [{ title: null, lines: [paragraph(text)] }];
  return { title: 'Cách tính điểm', clauses };
}

function taskSection(plan: Plan, annexes: Annexes): Section {
  const title = 'Nhiệm vụ và tiến độ thực hiện';
  const table = taskTable(plan);
  if (table === null) return { title, clauses: [] };
  const text = 'Nhiệm vụ, cơ quan thực hiện, sản phẩm và thời gian hoàn thành theo';
  const lines = isWide(table)
    ? [paragraph(`${text} ${annexes.label('tasks') ?? ''}.`)]
    : [paragraph('Nhiệm vụ cụ thể như sau:'), { kind: 'table' as const, table }];
  return { title, clauses: [{ title: null, lines }] };
}

/** The estimate belongs to the section on funding; one is made where the plan writes none. */
function writtenSections(plan: Plan, quotas: Quotas, annexes: Annexes): readonly Section[] {
  const { document } = plan;
  const made = estimate(plan, quotas);
  const label = annexes.label('costs');
  const total = made?.total ?? null;
  const sum = total === null ? '' : ` là ${counted(total)} ${made?.currency}`;
  const lines =
    label === null ? [] : [paragraph(`Dự toán kinh phí${sum}, chi tiết theo ${label}.`)];
  const isFunding = (title: string): boolean => /kinh phí/iu.test(title);
  const written = document.sections.map(({ title, text }): Section => {
    const more = isFunding(title) ? lines : [];
    return { title, clauses: [{ title: null, lines: [...writtenLines(text), ...more] }] };
  });
  if (document.sections.some(({ title }) => isFunding(title))) return written;
  return [...written, { title: 'Kinh phí thực hiện', clauses: [{ title: null, lines }] }];
}

function closing(plan: Plan): string {
  const issuer = plan.document.issuer ?? plan.document.parent;
  const to = issuer === null ? 'cơ quan ban hành' : issuer;
  return `Trên đây là ${paperName(plan)}. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các cơ quan, đơn vị phản ánh về ${to} để xem xét, giải quyết./.`;
}
