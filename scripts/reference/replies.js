/** Sheets that an example's `replies` say came back, weighted by its plan. */
import { quotas } from '../../dist/quotas.js';
import { ratingColumns } from '../../dist/ratings.js';
import { tallying } from '../../dist/tallies.js';
import { weigh } from '../../dist/weights.js';

/** `ho thon-1 …` lines → the tallies that scoring counts. */
export function weighedReplies({ plan, where }, lines) {
  const counting = tallying(plan);
  const columns = ratingColumns(plan);
  const record = { id: 'vi-du', simulated: null, units: [], source: { sha256: '', sheet: null } };
  for (const rating of lines.flatMap((line, at) => ratingsOf(plan, line, at))) {
    columns.rating(rating, counting.rating(rating, record));
  }
  counting.batch({ record: { ...record, passedOver: [] }, tallies: [], custody: [] });
  const tallies = counting.finish();
  if (!tallies.ok) throw new Error(tallies.findings.map(({ code }) => code).join(' '));
  const ratings = columns.finish(counting.once);
  const survey = { plan, where, quotas: quotas(plan, where).quotas };
  const weighed = weigh(survey, { tallies: tallies.value, ratings, entries: [] });
  if (!weighed.ok) throw new Error(weighed.findings.map(({ code }) => code).join(' '));
  return weighed.value.tallies;
}

/** `nguoi-dan xa-an-binh - gioi=1 q1=A x10`: group, unit, place or -, answers, how many sheets. */
function ratingsOf(plan, line, at) {
  const [group, unit, place, ...rest] = line.split(' ');
  const pairs = rest.slice(0, -1).map((pair) => pair.split('='));
  const { form } = plan.groups.find(({ id }) => id === group);
  return Array.from({ length: Number(rest.at(-1).slice(1)) }, (_, copy) => ({
    ...{ serial: `${at}-${copy}`, form, group, unit },
    from: { unit, place: place === '-' ? null : place },
    questions: pairs.map(([question]) => question),
    answers: pairs.map(([, answer]) => answer),
    ...{ voidReason: null, reply: null, at: null, collector: null, keyedBy: null, row: at },
  }));
}
