/** Typst's native build. Importing this module throws on machines that have none. */
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Typeset, Typesetter, TypstProblem } from './typst.ts';

export function nativeTypesetter(fonts: readonly Uint8Array[]): Typesetter {
  // A root that is not on the disk: templates see only what was put.
  const root = fileURLToPath(new URL('/survey-typesetting', import.meta.url));
  const fontBlobs = fonts.map((font) => Buffer.from(font));
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] });
  const problems = (main: string): readonly TypstProblem[] => {
    const result = compiler.compile({ mainFilePath: `${root}/${main}` });
    const error = result.takeDiagnostics();
    const found: readonly NativeDiagnostic[] = error ? compiler.fetchDiagnostics(error) : [];
    const errors = found.filter(({ severity }) => severity === 1);
    return errors.map((each) => problem(each, root, main));
  };
  const attempt = <T>(main: string, action: (path: string) => T): Typeset<T> => {
    try {
      return { ok: true, value: action(`${root}/${main}`) };
    } catch (error) {
      const found = problems(main);
      if (found.length === 0) throw error;
      return { ok: false, problems: found };
    }
  };
  return {
    engine: 'native',
    put: (path, content) => {
      if (typeof content === 'string' && path.endsWith('.typ')) {
        compiler.addSource(`${root}/${path}`, content);
      } else {
        compiler.mapShadow(`${root}/${path}`, Buffer.from(content as Uint8Array));
      }
    },
    // Not compile() then pdf(): a compiled document handed to JS stays in memory until a collection
    // that its few visible bytes never provoke.
    pdf: (main, { tags }) =>
      attempt(main, (path) =>
        compiler.pdf({ mainFilePath: path, resetRead: true }, { pdfTags: tags }),
      ),
    query: (main, label) =>
      attempt(main, (path) =>
        compiler.query(
          { mainFilePath: path, resetRead: true },
          { selector: `<${label}>`, field: 'value' },
        ),
      ),
    forget: () => compiler.evictCache(1),
  };
}

interface NativeDiagnostic {
  readonly message: string;
  readonly path: string;
  /** 1: error; others say how it came to it. */
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } } | null;
}

function problem(found: NativeDiagnostic, root: string, main: string): TypstProblem {
  const { start } = found.range ?? {};
  return {
    file: found.path === '' ? main : found.path.replace(root, '').replace(/^[\\/]/, ''),
    line: start === undefined ? null : start.line + 1,
    column: start === undefined ? null : start.character + 1,
    message: found.message,
  };
}
