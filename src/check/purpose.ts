/** What sheets are selected for; by itself, because the command line needs it before anything else is loaded. */
export type SelectionPurpose = 'second-entry' | 'back-check';

export const selectionPurposes: readonly SelectionPurpose[] = ['second-entry', 'back-check'];
