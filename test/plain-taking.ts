/** What `take` is told when nobody says anything special about a file. */
import type { TakeOptions } from '../src/returns/take.ts';

export const plainTaking: TakeOptions = {
  kind: null,
  group: null,
  form: null,
  decimal: null,
  dates: null,
  invited: () => null,
  purpose: 'returns',
  isSeparate: false,
  isRehearsal: false,
  rehearsal: null,
};
