/** The number format behind each cell style of a workbook. */
import { builtInStyle, customStyle, type NumberStyle } from './dates.ts';
import { readXml, type XmlEnd } from './xml.ts';
import type { Zip } from './zip.ts';

export interface Styles {
  readonly end: XmlEnd;
  /** By the index that cells carry in `s`. */
  readonly styles: readonly NumberStyle[];
}

/** Only `cellXfs` counts for cells; formats inside `dxfs` belong to conditional formats. */
export async function readStyles(zip: Zip, part: string): Promise<Styles> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let group = '';
  const end = await readXml(zip, part, {
    open: (local, attributes, depth) => {
      if (depth === 2) group = local;
      if (depth !== 3) return;
      const id = Number(attributes.numFmtId ?? 0);
      if (group === 'numFmts' && local === 'numFmt') codes.set(id, attributes.formatCode ?? '');
      if (group === 'cellXfs' && local === 'xf') formats.push(id);
    },
  });
  const styles = formats.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInStyle(id) : customStyle(code);
  });
  return { end, styles };
}
