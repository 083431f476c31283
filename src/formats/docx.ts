/** An official document as a Word file. Only these docx files know the library. */
import { Document, type ISectionOptions, Packer, Paragraph, SectionType } from 'docx';
import { usualCaps } from './caps.ts';
import { footTable, headers, headTable, ruleUnder } from './docx-frame.ts';
import { numbering, pageOf, roomOf, styles } from './docx-style.ts';
import { blockOf, line } from './docx-text.ts';
import type { PrintedDocument } from './printed.ts';
import { openZip } from './xlsx/zip.ts';
import { type Part, renderZip } from './zip-write.ts';

type PrintedAnnex = PrintedDocument['annexes'][number];

/** The same document gives the same bytes: the file's dates are the document's own. */
export async function renderDocx(document: PrintedDocument): Promise<Uint8Array> {
  const { file } = document;
  const book = new Document({
    title: file.title,
    creator: file.author,
    lastModifiedBy: file.author,
    styles,
    numbering,
    sections: [
      bodySection(document),
      ...document.annexes.map((annex) => annexSection(annex, document)),
    ],
  });
  return settled(await Packer.toBuffer(book), file.created);
}

function bodySection(document: PrintedDocument): ISectionOptions {
  const { head, kind, abstract, body, recipients, signer } = document;
  const room = roomOf('portrait');
  return {
    ...sectionPage(document.mark, 'portrait'),
    children: [
      headTable(head),
      line(kind, 'Title'),
      line(abstract, 'OfficialAbstract'),
      ruleUnder(abstract),
      new Paragraph({ style: 'OfficialAbstract', children: [] }),
      ...body.map((block) => blockOf(block, room)),
      line(document.closing, 'OfficialText', {}, { keepNext: true, keepLines: true }),
      new Paragraph({ style: 'OfficialAbstract', keepNext: true, children: [] }),
      footTable(recipients, signer),
    ],
  };
}

function annexSection(
  { label, title, attached, orientation, blocks }: PrintedAnnex,
  { mark }: PrintedDocument,
): ISectionOptions {
  const room = roomOf(orientation);
  return {
    ...sectionPage(mark, orientation),
    children: [
      line(label, 'OfficialAbstract', { bold: true }),
      line(title, 'OfficialAbstract', { bold: true }),
      line(attached, 'OfficialHead', { italics: true }, { spacing: { after: 160 } }),
      ...blocks.map((block) => blockOf(block, room)),
    ],
  };
}

/** Each annex counts its pages from 1; the first page of each shows no number. */
function sectionPage(mark: string | null, orientation: 'portrait' | 'landscape') {
  return {
    headers: headers(mark),
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: { ...pageOf(orientation), pageNumbers: { start: 1 } },
    },
  };
}

/** The parts in a fixed order with fixed dates, in the archive and in the file's properties. */
async function settled(bytes: Uint8Array, day: string): Promise<Uint8Array> {
  const opened = await openZip(bytes, usualCaps);
  if (opened.kind !== 'zip') throw new Error('the Word file cannot be read back');
  const parts: Part[] = [];
  for (const name of opened.zip.names) {
    const chunks: Uint8Array[] = [];
    await opened.zip.read(name, (chunk) => chunks.push(chunk) > 0);
    const content = Buffer.concat(chunks);
    parts.push({ name, content: name === 'docProps/core.xml' ? dated(content, day) : content });
  }
  parts.sort((left, right) => rank(left) - rank(right) || (left.name < right.name ? -1 : 1));
  return renderZip(parts, new Date(`${day}T00:00:00Z`));
}

/** Readers look at the list of parts first. */
function rank({ name }: Part): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}

function dated(core: Buffer, day: string): Uint8Array {
  const text = core.toString('utf8');
  return Buffer.from(text.replace(/>\d{4}-\d\d-\d\dT[\d:.]+Z</g, `>${day}T00:00:00Z<`));
}
