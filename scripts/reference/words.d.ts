/** What the tests see of reference-words.js. */
export const scalarWords: Readonly<
  Record<string, Readonly<Record<'en' | 'vi', { readonly name: string; readonly text?: string }>>>
>;
