/** Findings about intervals, reliability and rank intervals. */
export const uncertaintyFindings = {};
