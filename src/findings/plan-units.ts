/** Findings about units, places and their figures, as the plan or a frame file writes them. */
export const planUnitFindings = {};
