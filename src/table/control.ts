/** Characters that no written cell needs and that spoil stored files, screens and reading order. */

/** Controls but tab and line feed, marks that turn the reading order, and halves of characters. */
const control = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufffe\uffff]/u;
export const everyControl: RegExp = new RegExp(control.source, 'gu');

export function hasControl(text: string): boolean {
  return control.test(text);
}
