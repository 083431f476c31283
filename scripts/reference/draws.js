/** Places and people that an example's seed draws. */
import { draw } from '../../dist/sample.js';
import { words } from './answer-words.js';

/** Who is drawn from the lists, unit by unit. The names in docs/examples/frame are nobody's. */
export function drawAnswer({ plan, quotas, people, where }) {
  const drawn = draw(plan, quotas, people, where);
  if (!drawn.ok) throw new Error(drawn.findings.map(({ code }) => code).join(' '));
  const rows = drawn.value.groups.flatMap((group) => group.rows);
  const answer = rows
    .map((row) => row.people.map(({ person, role }) => mark(person, role)).join(', '))
    .join(' | ');
  const table = (lang) => ({
    head: ['unit', 'drawn', 'role', 'chance'].map((key) => words[key][lang]),
    numbers: [false, false, false, true],
    rows: rows.flatMap(({ row, people: asked }) =>
      asked.map(({ person, role, chance: own, part }) => [
        row.name,
        part === '' ? person.name : `${person.name} (${part})`,
        words.roles[role][lang],
        role === 'drawn' ? chance(own) : '',
      ]),
    ),
  });
  return { answer, tables: (lang) => [table(lang)] };
}

function mark({ name }, role) {
  return role === 'reserve' ? `(${name})` : name;
}

/** Chosen places where chance or a reserve has a part in it; the quota rows tell the rest. */
export function placeTables(plan, quotas, lang) {
  const chosen = quotas.groups
    .flatMap(({ places }) => places)
    .filter(({ role }) => role !== 'named' && role !== 'purposive');
  if (chosen.length === 0) return [];
  const names = new Map(plan.places.map(({ id, name }) => [id, name]));
  const rows = chosen.map(({ place, role, inclusion }) => [
    names.get(place),
    words.roles[role][lang],
    chance(inclusion),
  ]);
  const head = ['place', 'role', 'chance'].map((key) => words[key][lang]);
  return [{ head, rows, numbers: [false, false, true] }];
}

export function chance(value) {
  if (value === null) return '';
  const { n, d } = value;
  return d === 1n ? String(n) : `${n}/${d}`;
}
