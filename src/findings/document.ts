/** Findings of the official papers: the document and its calendar. */
export const documentFindings = {};
