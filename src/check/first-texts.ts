/** The first few of very many texts in their order, whatever the order in which they come. */
import { mostSerials } from './concern.ts';

export class FirstTexts {
  readonly #kept: string[] = [];

  add(text: string | null): void {
    if (text === null) return;
    const last = this.#kept[mostSerials - 1];
    if (last !== undefined && text >= last) return;
    if (this.#kept.includes(text)) return;
    let at = this.#kept.length;
    while (at > 0 && (this.#kept[at - 1] ?? '') > text) at -= 1;
    this.#kept.splice(at, 0, text);
    if (this.#kept.length > mostSerials) this.#kept.pop();
  }

  addAll(other: FirstTexts): void {
    for (const text of other.#kept) this.add(text);
  }

  get list(): readonly string[] {
    return [...this.#kept];
  }
}
