/** Typst's WebAssembly build: the same typesetter where no native build exists. */
import initialise, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import type { Typeset, Typesetter, TypstProblem } from './typst.ts';

/** Diagnostics as objects, not as text. */
const structured = 3;

export async function wasmTypesetter(fonts: readonly Uint8Array[]): Promise<Typesetter> {
  await initialise();
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  const pdf = (main: string): Typeset<Uint8Array> => {
    const made: Compiled = compiler.compile(`/${main}`, [], 'pdf', structured);
    if (made.result !== undefined) return { ok: true, value: made.result };
    const found = made.diagnostics ?? [];
    const errors = found.filter(({ severity }) => severity === 'error');
    return { ok: false, problems: errors.map(problem) };
  };
  return {
    engine: 'wasm',
    put: (path, content) => {
      if (typeof content === 'string' && path.endsWith('.typ')) {
        compiler.add_source(`/${path}`, content);
      } else {
        compiler.map_shadow(`/${path}`, Buffer.from(content as Uint8Array));
      }
    },
    pdf,
    query: (main, label) => {
      try {
        const found: unknown = compiler.query(`/${main}`, [], `<${label}>`, 'value');
        return { ok: true, value: typeof found === 'string' ? JSON.parse(found) : found };
      } catch (error) {
        const made = pdf(main);
        if (made.ok) throw error;
        return made;
      }
    },
    // This build keeps its memory of earlier documents to itself.
    forget: () => undefined,
  };
}

interface Compiled {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly WasmDiagnostic[];
}

interface WasmDiagnostic {
  readonly path: string;
  readonly severity: string;
  /** `line:column-line:column`, from 0; empty when it points nowhere. */
  readonly range: string;
  readonly message: string;
}

function problem(found: WasmDiagnostic): TypstProblem {
  const [, line, column] = /^(\d+):(\d+)/.exec(found.range) ?? [];
  return {
    file: found.path.replace(/^\//, ''),
    line: line === undefined ? null : Number(line) + 1,
    column: column === undefined ? null : Number(column) + 1,
    message: found.message,
  };
}
