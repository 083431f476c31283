/** Reliability of the scales of each form. */
import type { Form, Plan, Scale } from '../plan/plan.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import { alphaComplete, alphaPairwise, completeRatings, type Items } from '../stats/cronbach.ts';
import type { ScaleReliability } from '../uncertainty.ts';

/** Forms that came back, in the order of the plan; scales of at least two questions about the unit that are meant for the index. */
export function scaleReliabilities(plan: Plan, ratings: Ratings): readonly ScaleReliability[] {
  return ratings.forms.flatMap((held) => {
    const form = plan.forms.find(({ id }) => id === held.form);
    return form === undefined ? [] : plan.scales.flatMap((scale) => reliability(form, scale, held));
  });
}

function reliability(form: Form, scale: Scale, held: FormRatings): readonly ScaleReliability[] {
  const questions = form.questions
    .filter((one) => one.kind === 'scale' && one.scale === scale.id)
    .filter(({ per, scored }) => per === 'rating' && scored)
    .map(({ id }) => id);
  if (questions.length < 2 || held.count === 0) return [];
  // Points, not places on the scale: they point the same way whatever the order on the form.
  const values = scale.options.map((option) => option.points?.valueOf() ?? Number.NaN);
  if (values.filter((one) => !Number.isNaN(one)).length < 2) return [];
  const answers = questions.map((id) => {
    return held.answers[held.questions.indexOf(id)] ?? new Int16Array(held.count).fill(-1);
  });
  const items = { answers, values };
  const complete = completeRatings(items).count;
  const alpha = alphaComplete(items);
  return [
    {
      form: form.id,
      scale: scale.id,
      questions,
      complete,
      ratings: held.count,
      alpha,
      pairwise: complete === held.count ? alpha : alphaPairwise(items),
      blanks: (silent(items) / (questions.length * held.count)) * 100,
    },
  ];
}

function silent({ answers, values }: Items): number {
  let count = 0;
  for (const item of answers) {
    for (const option of item) if (Number.isNaN(values[option] ?? Number.NaN)) count++;
  }
  return count;
}
