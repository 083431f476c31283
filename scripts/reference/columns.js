/** The tables of docs/import*.md: every heading that is read, from the code, with what it means. */
import { pointHeadings } from '../../dist/points/columns.js';
import { correctionHeadings } from '../../dist/returns/corrections-file.js';
import { fieldsOf, headingsOf } from '../../dist/returns/fields.js';
import { columnMeanings, columnTitles } from './column-words.js';

/** Between the marks of docs/import*.md; throws where a heading has no words, or words no heading. */
export function columnTables(lang) {
  const words = columnTitles[lang];
  return Object.entries(columnSources())
    .map(([kind, fields]) => {
      const meanings = columnMeanings[kind];
      const known = fields.map(([field]) => field);
      const idle = Object.keys(meanings).filter((field) => !known.includes(field));
      if (idle.length > 0) throw new Error(`${kind}: no such column: ${idle.join(', ')}`);
      const rows = fields.map(([field, headings]) => {
        const meaning = meanings[field];
        if (meaning === undefined) throw new Error(`${kind}: no words for the column ${field}`);
        return `| \`${headings.join('` · `')}\` | ${meaning[lang]} |`;
      });
      return `### ${words[kind]}\n\n${words.lead[kind]}\n\n| ${words.head} |\n|---|---|\n${rows.join('\n')}`;
    })
    .join('\n\n');
}

function columnSources() {
  const ofKind = (kind) => fieldsOf(kind).map((field) => [field, headingsOf(kind, field)]);
  return {
    rows: ofKind('rows'),
    tallies: ofKind('tallies'),
    corrections: Object.entries(correctionHeadings),
    points: pointHeadings,
  };
}
