/** What the table of a status is about; apart from it, so that the command table need not load it. */
export type By = 'row' | 'group' | 'unit' | 'day';

export const bys: readonly By[] = ['row', 'group', 'unit', 'day'];
