/** Characters that spoil stored files, screens and reading order, made visible. */
import { printable } from '../formats/printable.ts';
import { everyControl, hasControl } from '../table/control.ts';

export { hasControl } from '../table/control.ts';

/** The text with such characters written out, as `\x1b`. */
export function controlShown(text: string): string {
  return hasControl(text) ? text.replace(everyControl, printable) : text;
}
