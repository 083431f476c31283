/**
 * Typesetting with Typst, all in memory: template sources, data and pictures go in, PDF bytes come out.
 * Two builds of the same typesetter: the native one, and its WebAssembly twin for machines that have no
 * native build (about five times the time, and structure tags that cannot be left out).
 */

export interface Typesetter {
  readonly engine: TypstEngine;
  /** Puts a file, or replaces it. Sources end in `.typ`; a path is relative to the typesetter's root. */
  readonly put: (path: string, content: string | Uint8Array) => void;
  /** Typesets the source at `main`. Without `tags` the native build leaves out the structure tree. */
  readonly pdf: (main: string, options: { readonly tags: boolean }) => Typeset<Uint8Array>;
  /** The `value` of every `metadata` element labelled `<label>` in the document at `main`. */
  readonly query: (main: string, label: string) => Typeset<readonly unknown[]>;
  /** Drops what was remembered of earlier documents; call it between large ones. */
  readonly forget: () => void;
}

export type TypstEngine = 'native' | 'wasm';

export type Typeset<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly TypstProblem[] };

/** What the typesetter objects to; line and column count from 1, null where it does not say. */
export interface TypstProblem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

/**
 * A typesetter that knows these font files (TTF or OTF bytes). Without a wish the native build is taken
 * where it loads, the other where it does not.
 */
export async function typesetter(
  fonts: readonly Uint8Array[],
  engine: TypstEngine | null = null,
): Promise<Typesetter> {
  const native = engine === 'wasm' ? null : await loaded(import('./typst-native.ts'));
  if (native !== null) return native.nativeTypesetter(fonts);
  if (engine === 'native') throw new Error('Typst has no native build for this machine');
  const { wasmTypesetter } = await import('./typst-wasm.ts');
  return wasmTypesetter(fonts);
}

async function loaded<T>(module: Promise<T>): Promise<T | null> {
  try {
    return await module;
  } catch {
    return null;
  }
}
