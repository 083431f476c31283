/** Findings of `survey new`. */
export const newFindings = {};
