/** Findings of the cost estimate and of expected margins of error. */
export const costFindings = {};
