/** Findings of lists of people and of draws. */
export const sampleFindings = {};
