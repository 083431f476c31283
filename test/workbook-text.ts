/** A workbook as text, for expected files: each sheet's rows, cells apart by ` | `, with their number formats. */
import ExcelJS from 'exceljs';

export async function workbookText(bytes: Uint8Array): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const { buffer, byteOffset, byteLength } = bytes;
  await workbook.xlsx.load(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  const lines: string[] = [];
  for (const sheet of workbook.worksheets) {
    const { orientation, printTitlesRow } = sheet.pageSetup;
    lines.push(`# ${sheet.name} (${orientation}, ${printTitlesRow ?? 'no repeated rows'})`);
    sheet.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => cells.push(cellText(cell)));
      lines.push(cells.join(' | ').trimEnd());
    });
  }
  return `${lines.join('\n')}\n`;
}

function cellText(cell: ExcelJS.Cell): string {
  const { value } = cell;
  if (value === null || (cell.isMerged && cell.master.address !== cell.address)) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return cell.numFmt ? `${value} [${cell.numFmt}]` : String(value);
  return cell.text.replaceAll('\n', '⏎');
}
