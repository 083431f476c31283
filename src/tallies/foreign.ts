/** What batches speak of and the plan does not have, or no longer: a plan may be edited after an import. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Rating } from '../returns/batch.ts';

type Thing = 'form' | 'group' | 'unit' | 'place' | 'question' | 'option';

export interface ForeignNames {
  /** The import that the next calls are about. */
  readonly of: (batch: string) => void;
  readonly report: (thing: Thing, name: string) => void;
  readonly about: (about: Pick<Rating, 'form' | 'group' | 'unit'>) => void;
  readonly place: (place: string | null) => void;
  /** Each name once per batch. */
  readonly findings: () => readonly Finding[];
}

export function foreignNames(plan: Plan): ForeignNames {
  const groups = new Map(plan.groups.map(({ id, form }) => [id, form]));
  const units = new Set(plan.units.map(({ id }) => id));
  const places = new Set(plan.places.map(({ id }) => id));
  const forms = new Set(plan.forms.map(({ id }) => id));
  const found = new Map<string, Finding>();
  let batch = '';
  const report = (thing: Thing, name: string): void => {
    const key = `${batch}\n${thing}\n${name}`;
    if (found.has(key)) return;
    const at = { kind: 'file', file: `returns/${batch}` } as const;
    found.set(key, finding('returns/not-in-plan', at, { batch, thing, name }));
  };
  return {
    of: (id) => {
      batch = id;
    },
    report,
    about: ({ form, group, unit }) => {
      const formOfGroup = groups.get(group);
      if (formOfGroup === undefined) report('group', group);
      if (!forms.has(form) || (formOfGroup ?? form) !== form) report('form', form);
      if (!units.has(unit)) report('unit', unit);
    },
    place: (place) => {
      if (place !== null && !places.has(place)) report('place', place);
    },
    findings: () => [...found.values()],
  };
}
