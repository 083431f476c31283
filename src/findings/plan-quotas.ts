/** Findings about quota rules as the plan writes them. */
export const planQuotaFindings = {};
