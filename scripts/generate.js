/**
 * Writes what can drift, from the code: plan.schema.json, docs/findings*.md, docs/plan-language*.md, the READMEs'
 * command tables and the columns in docs/import*.md.
 * `--check` writes nothing and fails when something is out of date. Needs a build (`npm run build`).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandTable } from '../dist/commands/table.js';
import { catalogue, codes } from '../dist/findings/catalogue.js';
import { explainCode } from '../dist/findings/explain.js';
import { severityNames } from '../dist/findings/render.js';
import { planJsonSchema } from '../dist/plan/json-schema.js';
import { holidaysSource } from './holidays.js';
import { columnTables } from './reference/columns.js';
import { referencePages } from './reference.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
let stale = 0;

put('plan.schema.json', `${JSON.stringify(planJsonSchema(), null, 2)}\n`);
put('src/plan/holidays/vietnam.ts', holidaysSource());
put('docs/findings.md', findingsPage('en'));
put('docs/findings.vi.md', findingsPage('vi'));
put('README.md', between('README.md', 'commands', commandsTable('en')));
put('README.vi.md', between('README.vi.md', 'commands', commandsTable('vi')));
put('docs/import.md', between('docs/import.md', 'columns', columnTables('en')));
put('docs/import.vi.md', between('docs/import.vi.md', 'columns', columnTables('vi')));
const reference = await referencePages();
put('docs/plan-language.md', reference.en);
put('docs/plan-language.vi.md', reference.vi);
process.exit(stale === 0 ? 0 : 1);

function put(name, content) {
  const path = join(root, name);
  const old = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (old === content) return;
  if (check) {
    stale += 1;
    console.error(`out of date: ${name} (run: npm run generate)`);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.error(`wrote ${name}`);
}

function findingsPage(lang) {
  const title =
    lang === 'vi'
      ? '# Mọi điều chương trình có thể nhắc\n\nIn từ danh mục trong mã nguồn; xem trên máy bằng `survey explain MÃ`.\n'
      : '# Everything the tool can say\n\nMade from the catalogue; on your machine: `survey explain CODE`.\n';
  const stages = [...new Set(codes.map((code) => code.split('/')[0]))];
  const sections = stages.map((stage) => {
    const entries = codes.filter((code) => code.startsWith(`${stage}/`));
    const texts = entries.map((code) => {
      const { why, fix, severity } = catalogue[code];
      return `### \`${code}\`\n\n*${severityNames[lang][severity]}*\n\n${example(code, lang)}${why[lang]}\n\n**${lang === 'vi' ? 'Cách sửa' : 'Remedy'}:** ${fix[lang]}\n`;
    });
    return `## ${stage}\n\n${texts.join('\n')}`;
  });
  return `${title}\n${sections.join('\n')}`;
}

/** The sentence itself, as `survey explain` shows it. */
function example(code, lang) {
  const label = lang === 'vi' ? 'Thông báo' : 'Message';
  const line = explainCode(code, lang)
    .split('\n')
    .find((text) => text.startsWith(label));
  return line === undefined ? '' : `> ${line.slice(line.indexOf(':') + 1).trim()}\n\n`;
}

function commandsTable(lang) {
  const rows = commandTable.map(
    ({ name, arguments: given, description }) =>
      `| \`survey ${[name, ...given.map(({ syntax }) => syntax)].join(' ')}\` | ${description[lang]} |`,
  );
  return `| ${lang === 'vi' ? 'lệnh | làm gì' : 'command | what it does'} |\n|---|---|\n${rows.join('\n')}`;
}

function between(name, mark, content) {
  const text = readFileSync(join(root, name), 'utf8');
  const pattern = new RegExp(`(<!-- ${mark} -->\n)[\\s\\S]*?(\n<!-- /${mark} -->)`);
  if (!pattern.test(text)) throw new Error(`${name} has no <!-- ${mark} --> mark`);
  return text.replace(pattern, (_all, open, close) => open + content + close);
}
