/** The typesetter with its fonts and a folder of templates: the office's own where it has them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Typesetter, type TypstEngine, typesetter } from '../formats/typst.ts';
import type { Io } from '../io.ts';

export interface Press {
  readonly typesetter: Typesetter;
  /** Where each template was read from, to point at it when it fails. */
  readonly origins: ReadonlyMap<string, string>;
}

const supplied = fileURLToPath(new URL('../../templates/', import.meta.url));

const fontFiles = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
];

/** Templates under `templates/<kind>/` of the survey's folder replace the supplied ones of the same name. */
export async function readPress(
  folder: string,
  io: Io,
  engine: TypstEngine | null = null,
  kind: 'packet' | 'document' | 'report' = 'packet',
): Promise<Press> {
  const { resolve } = createRequire(import.meta.url);
  const fonts = await Promise.all(
    fontFiles.map((file) => io.read(resolve(`@expo-google-fonts/tinos/${file}`))),
  );
  const origins = new Map<string, string>();
  for (const from of [join(supplied, kind), join(folder, 'templates', kind)]) {
    for (const { name, kind: what } of await io.list(from)) {
      if (what === 'file' && name.endsWith('.typ')) origins.set(name, join(from, name));
    }
  }
  const press = await typesetter(fonts, engine);
  for (const [name, file] of origins) {
    press.put(name, new TextDecoder().decode(await io.read(file)));
  }
  return { typesetter: press, origins };
}
