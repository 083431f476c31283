/** A small survey with lists of people, as text, for tests of draws. */
import { parsePlan } from '../src/plan/parse.ts';
import type { Plan } from '../src/plan/plan.ts';
import { quotas } from '../src/quotas.ts';
import { type Draw, draw } from '../src/sample.ts';
import type { Table } from '../src/table.ts';

export function tableOf(file: string, ...lines: readonly string[]): Table {
  const [head = '', ...rows] = lines;
  return {
    file,
    sheet: null,
    columns: head.split(','),
    rows: rows.map((line, at) => ({ row: at + 2, cells: line.split(','), faults: [] })),
  };
}

export interface SurveyText {
  /** Lines of one group, below its name and form. */
  readonly group: string;
  readonly sample?: string;
  readonly places?: string;
  readonly more?: string;
}

export function planText({ group, sample, places = '', more = '' }: SurveyText): string {
  return `
survey: thu-2024
title: Khảo sát thử
fieldwork: { opens: 2024-09-09, closes: 2024-09-30, modes: [paper, online], address: "https://phieu.example.vn" }
units:
  - block: xa
    name: Các xã
    units:
      - { id: an-binh, name: Xã An Bình, staff: 5, divisions: 2 }
      - { id: hoa-my, name: Xã Hòa Mỹ, staff: 5, divisions: 2 }
${places}
groups:
  - id: staff
    name: Công chức xã
    form: "01"
${group}
${more}
scales:
  satisfaction: [{ code: 1, label: Hài lòng, points: 100, positive: yes }, { code: 0, label: Không, points: 0 }]
questions:
  q1: { text: "Thế nào?", scale: satisfaction }
forms:
  - { id: "01", code: 01/THU, title: Phiếu, questions: [q1] }
sample: ${sample ?? '{ seed: "1" }'}
`;
}

export function read(text: string, ...tables: readonly Table[]) {
  const parsed = parsePlan(text, 'plan.yaml', new Map(tables.map((table) => [table.file, table])));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings, null, 1));
  return { ...parsed.value, findings: parsed.findings };
}

export type ReadSurvey = ReturnType<typeof read>;

/** The draw from another seed; the places too. */
export function drawn({ plan, people, where }: ReadSurvey, seed: string): Draw {
  const seeded: Plan = { ...plan, sampling: { ...plan.sampling, seed } };
  const result = draw(seeded, quotas(seeded, where).quotas, people, where);
  if (!result.ok) throw new Error(JSON.stringify(result.findings, null, 1));
  return result.value;
}

/** First cell of everybody drawn, in draw order. */
export function namesIn(result: Draw, role: 'drawn' | 'reserve' = 'drawn'): readonly string[] {
  return result.groups.flatMap(({ rows }) =>
    rows.flatMap(({ people }) =>
      people.filter((one) => one.role === role).map(({ person }) => person.cells[0] ?? ''),
    ),
  );
}
