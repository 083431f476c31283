/** Who is asked, how many and where, as a section of the document; the figures are those of the quotas. */
import type { Form, Group, Plan, StatedTotal } from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';
import type { GroupQuota, Quotas } from '../quotas/quota.ts';
import { type Clause, item, type Line, paragraph, type Section } from './blocks.ts';
import { quotaWords } from './rule-words.ts';
import { counted, dated, inside, listed, sentence } from './words.ts';

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
  const groups = counted(plan.groups.length);
  const lead =
    quotas.total === null
      ? `Khảo sát ${groups} nhóm đối tượng; số phiếu được xác định khi có đủ danh sách, số liệu`
      : `Tổng số phiếu khảo sát là ${totalWords(plan, quotas, quotas.total)}, gồm ${groups} nhóm đối tượng`;
  const items = plan.groups.map((group, at) => item(groupWords(plan, group, quotas.groups[at])));
  return [
    paragraph(`${lead} (chi tiết theo ${annex.quotas}):`),
    ...items,
    ...statedLines(plan, quotas),
    ...personLines(plan),
  ];
}

/** A total that the paper itself calls approximate, or that is a floor until visitors are counted, says so. */
function totalWords({ stated }: Plan, { rows }: Quotas, total: number): string {
  const about = stated.some((one) => one.name === null && one.about) ? 'khoảng ' : '';
  const least = rows.some((row) => row.least !== null) ? 'ít nhất ' : about;
  return `${least}${counted(total)} phiếu`;
}

function groupWords(plan: Plan, group: Group, quota: GroupQuota | undefined): string {
  const more = [whereWords(group, quota), quotaWords(plan, group), aboutWords(plan, group)];
  const parts = [sheetWords(plan, group, quota), ...more].filter((text) => text !== '');
  return sentence(`${group.name}: ${parts.join('; ')}`);
}

/** “51 phiếu theo mẫu phiếu số 01”; a group that another survey asks has no sheets. */
function sheetWords(plan: Plan, group: Group, quota: GroupQuota | undefined): string {
  if (group.quota.rule === 'from') return '';
  const total = quota?.total ?? null;
  const least = quota?.rows.some((row) => row.least !== null) ? 'ít nhất ' : '';
  const size = total === null ? [] : [`${least}${counted(total)} phiếu`];
  const form = plan.forms.find(({ id }) => id === group.form);
  const code = form === undefined ? [] : [`theo ${inside(formName(form, 'Mẫu phiếu số'))}`];
  return [...size, ...code].join(' ');
}

function whereWords(group: Group, quota: GroupQuota | undefined): string {
  if (group.over.kind !== 'units' || group.quota.rule === 'from') return '';
  const rows = quota?.rows ?? [];
  const count = `tại ${counted(group.over.units.length)} cơ quan, đơn vị`;
  return rows.length > fewUnits ? count : `${count} (${listed(rows.map(({ name }) => name))})`;
}

function aboutWords(plan: Plan, group: Group): string {
  if (group.about.kind === 'own') return '';
  const rated = ratedUnits(plan, group).length;
  return `mỗi phiếu đánh giá ${counted(rated)} cơ quan, đơn vị`;
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
  const sizes = plan.groups.map(({ id }, at) =>
    groups.includes(id) ? (quotas.groups[at]?.total ?? null) : 0,
  );
  return sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

function personLines({ groups, sampling }: Plan): readonly Line[] {
  if (groups.length < 2) return [];
  if (sampling.person === 'every-list') {
    return [paragraph('Người có tên trong nhiều danh sách trả lời mỗi danh sách một phiếu.')];
  }
  const once = 'Mỗi người chỉ trả lời 01 phiếu khảo sát.';
  if (sampling.person === 'several-units') {
    return [paragraph(`${once} Ưu tiên chọn người có làm việc với nhiều cơ quan, đơn vị.`)];
  }
  const order = [...new Set(groups.map(({ priority }) => priority))].sort((a, b) => a - b);
  if (order.length < 2) return [paragraph(once)];
  const ranks = order.map((rank, at) => {
    const names = groups.filter(({ priority }) => priority === rank).map(({ name }) => name);
    return `(${at + 1}) ${names.join(', ')}`;
  });
  const lead = 'Người thuộc nhiều nhóm thì trả lời phiếu theo thứ tự ưu tiên';
  return [paragraph(sentence(`${once} ${lead}: ${ranks.join('; ')}`))];
}

function formClause(plan: Plan): Clause {
  const asked = plan.groups.filter(({ quota }) => quota.rule !== 'from');
  const forms = plan.forms.filter(({ id }) => asked.some(({ form }) => form === id));
  const lead = `Gồm ${counted(forms.length)} mẫu phiếu kèm theo:`;
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
  const source = seedSource === null ? '' : ` (${seedSource})`;
  const draw =
    seed === null
      ? 'Mẫu được chọn ngẫu nhiên từ danh sách; số gốc được công bố trước khi chọn'
      : `Mẫu được chọn ngẫu nhiên bằng phần mềm từ số gốc “${seed}”${source}, có thể chọn lại để kiểm tra`;
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
