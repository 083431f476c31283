/**
 * An official document as its renderers set it: every text without characters that print nothing or reverse the
 * reading order, every cell as people read it. Word and the typesetter get the same value.
 */
import type { Block, OfficialDocument, Table } from '../page/document.ts';
import { cellWords } from './terminal.ts';

export type PrintedDocument = Printed<OfficialDocument>;
export type PrintedBlock = Exclude<Block, { kind: 'table' }> | PrintedTable;

export interface PrintedTable {
  readonly kind: 'table';
  readonly columns: readonly {
    readonly heading: string;
    readonly width: number;
    readonly align: 'left' | 'center' | 'right';
  }[];
  readonly rows: readonly { readonly style: string; readonly cells: readonly string[] }[];
}

/** The same shape with its tables as text. */
type Printed<T> = T extends readonly Block[]
  ? readonly PrintedBlock[]
  : T extends readonly (infer E)[]
    ? readonly Printed<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Printed<T[K]> }
      : T;

export function printedDocument(document: OfficialDocument): PrintedDocument {
  const { annexes, body } = document;
  return clean({
    ...document,
    body: body.map(printedBlock),
    annexes: annexes.map((annex) => ({ ...annex, blocks: annex.blocks.map(printedBlock) })),
  });
}

function printedBlock(block: Block): PrintedBlock {
  return block.kind === 'table' ? printedTable(block.table) : block;
}

/** “STT” in bold and its margins. */
const narrowest = 7;

/** Narrow columns are centred, as are dates; counts stand right under each other. */
function printedTable({ columns, rows }: Table): PrintedTable {
  return {
    kind: 'table',
    columns: columns.map(({ heading, over, width, kind }) => ({
      heading: over === null ? heading : `${over}: ${heading}`,
      width: Math.max(width, narrowest),
      align: width <= narrowest || kind === 'date' ? 'center' : kind === 'text' ? 'left' : 'right',
    })),
    rows: rows.map(({ style, cells }) => ({
      style,
      cells: columns.map((column, at) => {
        const cell = cells[at] ?? null;
        return cell === null ? '' : cellWords(column, cell, 'vi');
      }),
    })),
  };
}

function clean<T>(value: T): T {
  if (typeof value === 'string') {
    return value.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffe\uffff]/gu, ' ') as T;
  }
  if (Array.isArray(value)) return value.map(clean) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)])) as T;
}
