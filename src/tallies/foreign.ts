/** What batches speak of and the plan does not have, or no longer: a plan may be edited after an import. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Batch, Rating, TallyEntry } from '../returns/batch.ts';
import { missingOf } from '../stats/missing.ts';

type Thing = 'form' | 'group' | 'unit' | 'place' | 'question' | 'option';

/** Each name once per batch. */
export function foreignFindings(plan: Plan, batches: readonly Batch[]): readonly Finding[] {
  const known = knownNames(plan);
  return batches.flatMap(({ record, ratings, tallies }) => {
    const foreign = new Map<string, Finding>();
    const report = (thing: Thing, name: string): void => {
      const args = { batch: record.id, thing, name };
      const at = { kind: 'file', file: `returns/${record.id}` } as const;
      foreign.set(`${thing}\n${name}`, finding('returns/not-in-plan', at, args));
    };
    for (const rating of ratings) checkRating(known, rating, report);
    for (const entry of tallies) checkEntry(known, entry, report);
    return [...foreign.values()];
  });
}

interface KnownNames {
  readonly groups: ReadonlyMap<string, string>;
  readonly units: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Form → question → option codes; null for an open question. */
  readonly forms: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string> | null>>;
}

type Report = (thing: Thing, name: string) => void;

function knownNames(plan: Plan): KnownNames {
  const codes = new Map(
    plan.scales.map(({ id, options }) => [id, new Set(options.map(({ code }) => code))]),
  );
  return {
    groups: new Map(plan.groups.map(({ id, form }) => [id, form])),
    units: new Set(plan.units.map(({ id }) => id)),
    places: new Set(plan.places.map(({ id }) => id)),
    forms: new Map(
      plan.forms.map(({ id, questions }) => [
        id,
        new Map(questions.map((asked) => [asked.id, codes.get(asked.scale ?? '') ?? null])),
      ]),
    ),
  };
}

function checkRating(known: KnownNames, rating: Rating, report: Report): void {
  checkAbout(known, rating, report);
  if (rating.from.place !== null) checkPlace(known, rating.from.place, report);
  const questions = known.forms.get(rating.form);
  rating.questions.forEach((id, at) => {
    const answer = rating.answers[at] ?? null;
    if (answer === null || questions === undefined) return;
    const options = questions.get(id);
    if (options === undefined) report('question', id);
    else if (options !== null && missingOf(answer) === null && !options.has(answer)) {
      report('option', answer);
    }
  });
}

function checkEntry(known: KnownNames, entry: TallyEntry, report: Report): void {
  checkAbout(known, entry, report);
  if (entry.place !== null) checkPlace(known, entry.place, report);
  const questions = known.forms.get(entry.form);
  if (questions === undefined) return;
  const options = questions.get(entry.question);
  if (options === undefined) report('question', entry.question);
  for (const [code, count] of Object.entries(entry.counts)) {
    if (count > 0 && options?.has(code) === false) report('option', code);
  }
}

function checkAbout(
  known: KnownNames,
  { form, group, unit }: Pick<Rating, 'form' | 'group' | 'unit'>,
  report: Report,
): void {
  const formOfGroup = known.groups.get(group);
  if (formOfGroup === undefined) report('group', group);
  if (!known.forms.has(form) || (formOfGroup ?? form) !== form) report('form', form);
  if (!known.units.has(unit)) report('unit', unit);
}

function checkPlace({ places }: KnownNames, place: string, report: Report): void {
  if (!places.has(place)) report('place', place);
}
