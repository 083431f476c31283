/** Every quota row with its rule in words and the figures it rests on. */
import type { Lang } from '../findings/finding.ts';
import { simulatedMark } from '../page/official.ts';
import { column, type PageRow, type PrintedPage, plainPrint } from '../page.ts';
import { placePopulation } from '../plan/place-population.ts';
import type { Figure, Group, GroupId, Plan, QuotaRule } from '../plan/plan.ts';
import { unitRule } from '../plan/unit-rule.ts';
import { roundExact } from '../stats/exact.ts';
import { inclusionCells, inclusionColumns } from './inclusion.ts';
import type { QuotaRow, Quotas } from './quota.ts';
import { countWords } from './rules/formula.ts';

type Bilingual = Readonly<Record<Lang, string>>;

const words = {
  name: { vi: 'Căn cứ', en: 'Reasons' },
  title: { vi: 'CĂN CỨ TÍNH SỐ PHIẾU', en: 'HOW EACH QUOTA WAS COMPUTED' },
  groupId: { vi: 'Mã nhóm', en: 'Group ID' },
  unitId: { vi: 'Mã đơn vị', en: 'Unit ID' },
  placeId: { vi: 'Mã địa bàn', en: 'Place ID' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  sheets: { vi: 'Số phiếu', en: 'Forms' },
  least: { vi: 'Ít nhất', en: 'At least' },
  most: { vi: 'Nhiều nhất', en: 'At most' },
  population: { vi: 'Tổng thể', en: 'Population' },
  reason: { vi: 'Cách tính', en: 'Reason' },
  send: { vi: 'Thời gian gửi phiếu khảo sát', en: 'Date of sending' },
  wanted: { vi: 'Cần thu', en: 'Wanted back' },
  reserve: { vi: 'Dự phòng', en: 'Reserve' },
  exact: { vi: 'Trước khi làm tròn', en: 'Before rounding' },
  source: { vi: 'Nguồn công thức', en: 'Source of the formula' },
  kind: { vi: 'Tính theo', en: 'Counted in' },
} satisfies Record<string, Bilingual>;

const notes = {
  columns: {
    vi: '“Số phiếu” là số phiếu phát ra; “Cần thu” là số phiếu hợp lệ cần có; “Dự phòng” là số người (hộ) để thay thế khi không gặp được.',
    en: '“Forms” are issued; “Wanted back” are the valid replies aimed at; “Reserve” are people to turn to when somebody cannot be reached.',
  },
} satisfies Record<string, Bilingual>;

/** What an exact value is written with: enough to see why 385,0004 became 386. */
export const exactDecimals = 4;

/** All columns, the first eleven as ever: programs may go by their order. */
export function reasonsPage(
  plan: Plan,
  quotas: Quotas,
  lang: Lang,
  rehearsal: boolean,
): PrintedPage {
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const mark = rehearsal ? simulatedMark[lang] : null;
  const chosen = quotas.rows.some(({ inclusion }) => inclusion !== null);
  // Found by walking the frame: once for a group, not for each of its rows.
  const atPlaces = new Map(
    plan.groups.flatMap(({ id, quota }) =>
      quota.rule === 'stages' ? [[id, placePopulation(plan, quota)] as const] : [],
    ),
  );
  return {
    name: words.name[lang],
    title: [...(mark === null ? [] : [mark]), words.title[lang], plan.title],
    columns: [
      column('group', words.groupId[lang], 'text', 20),
      column('group_name', words.group[lang], 'text', 28),
      column('unit', words.unitId[lang], 'text', 18),
      column('place', words.placeId[lang], 'text', 16),
      column('name', words.unit[lang], 'text', 30),
      column('size', words.sheets[lang], 'count', 8),
      column('least', words.least[lang], 'count', 8),
      column('most', words.most[lang], 'count', 8),
      column('population', words.population[lang], 'count', 9),
      column('reason', words.reason[lang], 'text', 40),
      column('send', words.send[lang], 'date', 13),
      column('wanted', words.wanted[lang], 'count', 8),
      column('reserve', words.reserve[lang], 'count', 8),
      column('exact', words.exact[lang], 'number', 12, { decimals: exactDecimals }),
      column('source', words.source[lang], 'text', 18),
      column('population_kind', words.kind[lang], 'text', 10),
      ...inclusionColumns(lang),
    ],
    rows: quotas.rows.map((row) => {
      const group = groups.get(row.group) ?? null;
      const kind = group === null ? null : populationKind(plan, group, row, atPlaces);
      return reasonRow(group, row, kind, lang);
    }),
    notes: chosen || hasSeveralNumbers(quotas) ? [notes.columns[lang]] : [],
    orientation: 'landscape',
    print: { ...plainPrint, mark },
  };
}

type Counted = NonNullable<Figure['counts']>;

function reasonRow(group: Group | null, row: QuotaRow, kind: Counted | null, lang: Lang): PageRow {
  const place = row.target.kind === 'place' ? row.target.place : null;
  const unit = row.target.kind === 'group' ? null : row.target.unit;
  return {
    style: 'row',
    cells: [
      row.group,
      group?.name ?? '',
      unit,
      place,
      row.name,
      row.size,
      row.least,
      row.most,
      row.population,
      row.reason[lang],
      row.send,
      row.wanted,
      row.reserve,
      row.exact === null ? null : roundExact(row.exact, exactDecimals, 'half-up'),
      row.source,
      kind === null ? null : countWords[kind][lang],
      ...inclusionCells(row.inclusion),
    ],
  };
}

/** Whether issued, wanted and reserve are not all the same number anyway. */
function hasSeveralNumbers({ rows }: Quotas): boolean {
  return rows.some(({ size, wanted, reserve }) => reserve > 0 || size !== wanted);
}

/** In the order in which a reader compares them. */
const readersOrder = [
  'name',
  'size',
  'wanted',
  'reserve',
  'least',
  'most',
  'population',
  'population_kind',
  'exact',
  'reason',
  'source',
  'inclusion_percent',
  'send',
] as const;

/** The page for people: each group over its rows, figures side by side, no ids, no number that says the same twice. */
export function reasonsForReaders(page: PrintedPage, quotas: Quotas): PrintedPage {
  const dropped = hasSeveralNumbers(quotas) ? [] : ['wanted', 'reserve'];
  const positions = readersOrder
    .filter((key) => !dropped.includes(key))
    .map((key) => page.columns.findIndex((one) => one.key === key));
  const rows = quotas.groups.flatMap(({ group, total }): readonly PageRow[] => {
    const own = page.rows.filter(({ cells }) => cells[0] === group);
    const blanks = positions.slice(2).map(() => null);
    const head: PageRow = { style: 'group', cells: [own[0]?.cells[1] ?? group, total, ...blanks] };
    const shown = own.map((row) => ({
      ...row,
      cells: positions.map((at) => row.cells[at] ?? null),
    }));
    return [head, ...shown];
  });
  const columns = positions.flatMap((at) => page.columns.slice(at, at + 1));
  return { ...page, columns, rows };
}

/** What the population of a row counts; null: no population, or the plan does not say. */
function populationKind(
  { figures }: Plan,
  group: Group,
  row: QuotaRow,
  atPlaces: ReadonlyMap<GroupId, string | null>,
): Counted | null {
  if (row.population === null) return null;
  const unit = row.target.kind === 'group' ? null : row.target.unit;
  const named = group.modifiers.population;
  if (named !== null) return figures[named]?.counts ?? null;
  const figure = atPlaces.get(group.id) ?? populationFigure(unitRule(group, unit));
  return figure === 'roster' ? 'people' : (figures[figure ?? '']?.counts ?? null);
}

/** The figure that a rule draws from; `roster`: the people of a list. */
function populationFigure(rule: QuotaRule): string | null {
  switch (rule.rule) {
    case 'census':
      return rule.from.kind === 'roster' ? 'roster' : rule.from.attribute;
    case 'share':
    case 'formula':
      return rule.of;
    case 'split':
      return rule.cap ?? rule.of;
    case 'band':
      return rule.observed;
    default:
      return null;
  }
}
