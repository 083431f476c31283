/** The parts of a zip archive as text, through a reader that is not ours. */
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';

export interface UnzippedPart {
  readonly name: string;
  readonly text: string;
  readonly dosDate: number;
}

export async function unzip(zip: Uint8Array): Promise<readonly UnzippedPart[]> {
  const open = promisify<Buffer, Options, ZipFile>(fromBuffer);
  const file = await open(Buffer.from(zip), { lazyEntries: true });
  const entries = await new Promise<readonly Entry[]>((resolve, reject) => {
    const found: Entry[] = [];
    file.on('entry', (entry: Entry) => {
      found.push(entry);
      file.readEntry();
    });
    file.on('end', () => resolve(found));
    file.on('error', reject);
    file.readEntry();
  });
  const stream = promisify(file.openReadStream.bind(file)) as (
    entry: Entry,
  ) => Promise<NodeJS.ReadableStream>;
  const parts: UnzippedPart[] = [];
  for (const entry of entries) {
    const content = await text(await stream(entry));
    parts.push({ name: entry.fileName, text: content, dosDate: entry.lastModFileDate });
  }
  return parts;
}
