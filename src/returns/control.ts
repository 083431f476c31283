/** Characters that no written answer needs and that spoil stored files, screens and reading order. */
import { printable } from '../formats/printable.ts';

/** Controls but tab and line feed, marks that turn the reading order, and halves of characters. */
const control = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufffe\uffff]/u;
const everyControl = new RegExp(control.source, 'gu');

export function hasControl(text: string): boolean {
  return control.test(text);
}

/** The text with such characters written out, as `\x1b`. */
export function controlShown(text: string): string {
  return hasControl(text) ? text.replace(everyControl, printable) : text;
}
