/** Who is asked, how many and where, as a section of the document; the figures are those of the quotas. */
import { dated } from '../page/dates.ts';
import type { Form, Group, Plan, StatedTotal } from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';
import { peopleOnForms } from '../plan/written-groups.ts';
import type { GroupQuota, Quotas } from '../quotas/quota.ts';
import { sumKnown } from '../stats/known.ts';
import { type Clause, item, type Line, paragraph, type Section } from './blocks.ts';
import { quotaWords } from './rule-words.ts';
import { counted, figureCount, inside, listed, sentence, unitsWord } from './words.ts';

/** Units named in the sentence up to so many; beyond that the annex names them. */
const fewUnits = 3;

/** `annex`: what the annexes are called, to point at them. */
export function respondents(
  plan: Plan,
  quotas: Quotas,
  annex: { readonly quotas: string; readonly places: string | null },
): Section {
  return {
    title: 'Đối tượng, số lượng và mẫu phiếu khảo sát',
    clauses: [
      { title: 'Đối tượng và số lượng phiếu', lines: groupLines(plan, quotas, annex) },
      formClause(plan),
      { title: 'Chọn mẫu', lines: sampleLines(plan, quotas, annex.places) },
    ],
  };
}

function groupLines(
  plan: Plan,
  quotas: Quotas,
  annex: { readonly quotas: string },
): readonly Line[] {
  const asked = plan.groups.filter(isAsked);
  const groups = counted(new Set(asked.map(({ people }) => people)).size);
  const lead =
    quotas.total === null
      ? `Khảo sát ${groups} nhóm đối tượng; ${openSize(plan, quotas)}`
      : `Tổng số phiếu khảo sát là ${totalWords(plan, quotas, quotas.total)}, gồm ${groups} nhóm đối tượng`;
  const worded = plan.groups.map((group, at) => {
    return { group, text: groupWords(plan, group, quotas.groups[at]) };
  });
  return [
    ...(asked.length === 0 ? [] : [paragraph(`${lead} (chi tiết theo ${annex.quotas}):`)]),
    ...worded.filter(({ group }) => isAsked(group)).map(({ text }) => item(text)),
    ...worded.filter(({ group }) => !isAsked(group)).map(({ text }) => paragraph(text)),
    ...statedLines(plan, quotas),
    ...personLines(plan),
  ];
}

/** What is still to come before every size is known: visitors who are counted, or lists and figures. */
export function openSize(plan: Plan, quotas: Quotas): string {
  const open = plan.groups.filter((_, at) => (quotas.groups[at]?.total ?? null) === null);
  const [observed, ...others] = new Set(
    open.map(({ quota }) => (quota.rule === 'band' ? quota.observed : null)),
  );
  return observed === undefined || observed === null || others.length > 0
    ? 'số phiếu được xác định khi có đủ danh sách, số liệu'
    : `số phiếu theo ${figureCount(plan, observed)}`;
}

/** A total that the paper itself calls approximate, or that is a floor until visitors are counted, says so. */
function totalWords({ stated }: Plan, { rows }: Quotas, total: number): string {
  const about = stated.some((one) => one.name === null && one.about) ? 'khoảng ' : '';
  const least = rows.some((row) => row.least !== null) ? 'ít nhất ' : about;
  return `${least}${counted(total)} phiếu`;
}

function groupWords(plan: Plan, group: Group, quota: GroupQuota | undefined): string {
  const more = [
    whereWords(plan, group, quota),
    quotaWords(plan, group, quota?.total ?? null),
    aboutWords(plan, group),
  ];
  const parts = [sheetWords(plan, group, quota), ...more].filter((text) => text !== '');
  return sentence(`${group.name}: ${parts.join('; ')}`);
}

/** “51 phiếu theo mẫu phiếu số 01”; a group that another survey asks has no sheets. */
function sheetWords(plan: Plan, group: Group, quota: GroupQuota | undefined): string {
  if (!isAsked(group)) return '';
  const total = quota?.total ?? null;
  const least = quota?.rows.some((row) => row.least !== null) ? 'ít nhất ' : '';
  const size = total === null ? [] : [`${least}${counted(total)} phiếu`];
  const form = plan.forms.find(({ id }) => id === group.form);
  const code = form === undefined ? [] : [`theo ${inside(formName(form, 'Mẫu phiếu số'))}`];
  return [...size, ...code].join(' ');
}

function whereWords(plan: Plan, group: Group, quota: GroupQuota | undefined): string {
  if (group.over.kind !== 'units' || !isAsked(group)) return '';
  const rows = quota?.rows ?? [];
  const { units } = group.over;
  const count = `tại ${counted(units.length)} ${unitsWord(plan, units)}`;
  return rows.length > fewUnits ? count : `${count} (${listed(rows.map(({ name }) => name))})`;
}

function aboutWords(plan: Plan, group: Group): string {
  if (group.about.kind === 'own') return '';
  const rated = ratedUnits(plan, group);
  return `mỗi phiếu đánh giá ${counted(rated.length)} ${unitsWord(plan, rated)}`;
}

/** “Trong đó …” for the totals that the plan states by name; one that is not known yet is left out. */
function statedLines(plan: Plan, quotas: Quotas): readonly Line[] {
  const parts = plan.stated.flatMap((stated) => {
    const sum = statedSum(stated, plan, quotas);
    return stated.name === null || sum === null ? [] : [`${stated.name}: ${counted(sum)} phiếu`];
  });
  return parts.length === 0 ? [] : [paragraph(sentence(`Trong đó: ${parts.join('; ')}`))];
}

function statedSum({ groups }: StatedTotal, plan: Plan, quotas: Quotas): number | null {
  const named = new Set(groups);
  return sumKnown(
    plan.groups.map(({ id }, at) => (named.has(id) ? (quotas.groups[at]?.total ?? null) : 0)),
  );
}

/** How often one person answers. A group on several forms is one group of people, who fill each of its forms. */
function personLines(plan: Plan): readonly Line[] {
  const onForms = new Map(peopleOnForms(plan).map(({ id, name }) => [id, name]));
  const people = new Map(
    plan.groups.map(({ people: id, name, priority }) => {
      return [id, { name: onForms.get(id) ?? name, priority }];
    }),
  );
  const { person } = plan.sampling;
  if (people.size < 2) return onForms.size === 0 ? [] : [paragraph(eachForm)];
  if (person === 'every-list') {
    return [paragraph('Người có tên trong nhiều danh sách trả lời theo từng danh sách.')];
  }
  const once =
    onForms.size === 0
      ? 'Mỗi người chỉ trả lời 01 phiếu khảo sát.'
      : `Mỗi người chỉ trả lời trong 01 nhóm đối tượng. ${eachForm}`;
  if (person === 'several-units') {
    return [paragraph(`${once} Ưu tiên chọn người làm việc với nhiều cơ quan, đơn vị.`)];
  }
  const all = [...people.values()];
  const order = [...new Set(all.map(({ priority }) => priority))].sort((a, b) => a - b);
  if (order.length < 2) return [paragraph(once)];
  const ranks = order.map((rank, at) => {
    const names = all.filter(({ priority }) => priority === rank).map(({ name }) => name);
    return `(${at + 1}) ${names.join(', ')}`;
  });
  const lead = 'Người thuộc nhiều nhóm thì trả lời phiếu theo thứ tự ưu tiên';
  return [paragraph(sentence(`${once} ${lead}: ${ranks.join('; ')}`))];
}

const eachForm = 'Người thuộc nhóm có nhiều mẫu phiếu trả lời mỗi mẫu 01 phiếu.';

function formClause(plan: Plan): Clause {
  const asked = plan.groups.filter(isAsked);
  const forms = plan.forms.filter(({ id }) => asked.some(({ form }) => form === id));
  const lead = `Gồm ${counted(forms.length)} mẫu phiếu:`;
  const names = forms.map((form) => item(sentence(`${formName(form, 'Phiếu số')}: ${form.title}`)));
  return { title: 'Mẫu phiếu', lines: forms.length === 0 ? [] : [paragraph(lead), ...names] };
}

/** `Phiếu số 01/CCHC23`. */
function formName({ code }: Form, lead: string): string {
  return /^(phiếu|mẫu)\s/iu.test(code) ? code : `${lead} ${code}`;
}

function sampleLines(plan: Plan, quotas: Quotas, places: string | null): readonly Line[] {
  const { seed, seedSource } = plan.sampling;
  const isDrawn = plan.groups.some(
    ({ quota, roster }) =>
      (roster?.holds === 'everybody' && quota.rule !== 'census') ||
      (quota.rule === 'stages' && quota.stages.some(({ how }) => !chosenByHand.has(how))),
  );
  const source = seedSource === null ? '' : ` (lấy từ ${inside(seedSource)})`;
  const draw =
    seed === null
      ? 'Mẫu được rút ngẫu nhiên từ danh sách bằng phần mềm; hạt giống được công bố trước khi rút'
      : `Mẫu được rút ngẫu nhiên bằng phần mềm với hạt giống “${seed}”${source}; ai cũng có thể rút lại để đối chiếu`;
  return [
    ...(places === null ? [] : [paragraph(`Danh sách địa bàn được chọn theo ${places}.`)]),
    ...(isDrawn && quotas.rows.length > 0 ? [paragraph(sentence(draw))] : []),
    ...rosterLines(plan),
  ];
}

const chosenByHand: ReadonlySet<string> = new Set(['named', 'purposive']);

function rosterLines(plan: Plan): readonly Line[] {
  return plan.groups.flatMap(({ name, roster, quota }) => {
    // The words of a census from a list say when the list is due.
    if (roster === null || roster.due === null || quota.rule === 'census') return [];
    return [
      item(
        sentence(`Danh sách ${name}: các đơn vị lập và gửi chậm nhất ngày ${dated(roster.due)}`),
      ),
    ];
  });
}

/** Whether sheets go out: not where the answers of another survey are used. */
function isAsked({ quota }: Group): boolean {
  return quota.rule !== 'from';
}
