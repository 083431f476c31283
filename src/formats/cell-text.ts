/** How the text of a cell is cleaned, the same for every format. */

const plain = /^[\x21-\x7e]*$/;

function isEdge(code: number): boolean {
  return (code >= 0x200b && code <= 0x200d) || code === 0xfeff || isSpace(code);
}

function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return code === 0xa0 || /\s/.test(String.fromCharCode(code));
}

/**
 * NFC, line ends as LF, and without white space, byte-order marks or zero-width characters at either
 * end. Nothing inside the text is changed.
 */
export function cleanText(raw: string): string {
  if (raw.length < 64 && plain.test(raw)) return raw;
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  let start = 0;
  let end = lines.length;
  while (start < end && isEdge(lines.charCodeAt(start))) start++;
  while (end > start && isEdge(lines.charCodeAt(end - 1))) end--;
  return lines.slice(start, end).normalize('NFC');
}

/** A heading: clean text whose inner white space is one space each. */
export function cleanHeading(raw: string): string {
  return cleanText(raw).replace(/\s+/g, ' ');
}

/** What two headings or sheet names are compared by: letter case does not count. */
export function foldName(text: string): string {
  return cleanHeading(text).toLowerCase().normalize('NFC');
}

/** `A` for 0, `AB` for 27: the letter of a column as Excel shows it. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
