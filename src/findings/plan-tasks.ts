/** Findings about tasks, the bodies that do them, and their dates. */
export const planTaskFindings = {};
