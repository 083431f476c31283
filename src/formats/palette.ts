/** Colours of the terminal, handed in by the shell, so that everything else is plain text. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
}

const asIs = (text: string): string => text;

/** No colour: files, pipes, `NO_COLOR`, tests. */
export const plain: Palette = { bold: asIs, dim: asIs, error: asIs, warning: asIs, note: asIs };
