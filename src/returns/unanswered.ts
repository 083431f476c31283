/** Whether a file asks all that its forms ask. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { FormId } from '../plan/plan.ts';
import { whereIn } from '../table.ts';
import type { Reading } from './reading.ts';

/** Questions of the forms that occur, which no column of the file answers. */
export function unansweredQuestions(reading: Reading, forms: Iterable<FormId>): readonly Finding[] {
  const columns = new Set(reading.columns.questions.flatMap(({ ids }) => ids));
  return [...forms].flatMap((id) => {
    const questions = reading.known.forms.get(id)?.questions ?? [];
    const missing = questions.filter(({ id, kind }) => kind !== 'open' && !columns.has(id));
    if (missing.length === 0) return [];
    const args = {
      form: reading.known.nameOf('form', id),
      questions: missing.map((question) => question.id),
    };
    return [finding('returns/question-without-column', whereIn(reading.table, null), args)];
  });
}
