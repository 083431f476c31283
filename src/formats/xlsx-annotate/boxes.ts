/** The boxes in which Excel shows comments: shapes of a VML drawing (ECMA-376 part 4 §19), hidden until asked for. */
import { columnOf } from './sheet.ts';

const namespaces = [
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:x="urn:schemas-microsoft-com:office:excel"',
];

/** Shapes are numbered in clusters of 1024; a drawing states which clusters it uses. */
const cluster = 1024;

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

export interface Box {
  /** `B12` */
  readonly ref: string;
  /** Lines of text that it shall hold. */
  readonly lines: number;
}

export function newBoxes(boxes: readonly Box[]): string {
  const clusters = Math.ceil((boxes.length + 1) / cluster);
  const used = Array.from({ length: clusters }, (_, at) => at + 1).join(',');
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${used}"/></o:shapelayout>`;
  const shapes = boxes.map((box, at) => shape(box, cluster + 1 + at)).join('');
  return `<xml ${namespaces.join(' ')}>${layout}${shapeType}${shapes}</xml>`;
}

/** The drawing with more boxes, and without those of the cells in `dropped`. Null: it is not as Office writes it. */
export function mergedBoxes(
  before: string,
  boxes: readonly Box[],
  dropped: readonly string[],
): string | null {
  const end = before.lastIndexOf('</xml>');
  if (end < 0 || namespaces.some((one) => !before.includes(one.slice(0, 8)))) return null;
  const numbers = [...before.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  const first = Math.max(cluster, ...numbers) + 1;
  const type = /<v:shapetype[^>]*_x0000_t202/.test(before) ? '' : shapeType;
  const shapes = boxes.map((box, at) => shape(box, first + at)).join('');
  const isDropped = new Set(dropped.map(placeOf));
  const kept = before
    .slice(0, end)
    .replace(/<v:shape [\s\S]*?<\/v:shape>/g, (one) =>
      isDropped.has(placeIn(one)) && /ObjectType="Note"/.test(one) ? '' : one,
    );
  return `${kept}${type}${shapes}${before.slice(end)}`;
}

/** Row and column from 0, as a box states them. */
function placeOf(ref: string): string {
  const row = Number(/\d+$/.exec(ref)?.[0] ?? 1) - 1;
  return `${row},${columnOf(ref)}`;
}

function placeIn(shape: string): string {
  const part = (name: string): string =>
    new RegExp(`<x:${name}>\\s*(\\d+)\\s*</x:${name}>`).exec(shape)?.[1] ?? '';
  return `${part('Row')},${part('Column')}`;
}

function shape({ ref, lines }: Box, number: number): string {
  const [row = 0, column = 0] = placeOf(ref).split(',').map(Number);
  const rows = Math.min(24, Math.max(4, lines));
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 5, 15, row + rows, 4].join(
    ', ',
  );
  const size = `width:240pt;height:${rows * 15}pt`;
  const style = `position:absolute;margin-left:80pt;margin-top:5pt;${size};z-index:1;visibility:hidden`;
  const note = [
    '<x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${anchor}</x:Anchor>`,
    '<x:AutoFill>False</x:AutoFill>',
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column>`,
  ].join('');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note">${note}</x:ClientData></v:shape>`
  );
}
