/** File names of what is written for a packet: a plain ASCII name, and a hash that tells apart what looks alike. */
import { createHash } from 'node:crypto';

/** `Sở Nội vụ`, `unit:so-noi-vu` → `so-noi-vu-1f3a90c2.pdf`; the hash depends on the id only. */
export function pdfFileName(name: string, id: string): string {
  return `${fileStem(name, id)}.pdf`;
}

/** The same without its ending. */
export function fileStem(name: string, id: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[đĐ]/g, 'd')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `${slug === '' ? 'packet' : slug}-${hash}`;
}
