/**
 * docs/plan-language*.md: every key of the plan language, section by section, with examples that are run while
 * the page is made. Keys and descriptions come from the schema, sections from docs/examples/topics.yaml.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../dist/findings/render.js';
import { peopleColumns } from '../dist/people.js';
import { planKeys } from '../dist/plan/reference.js';
import { columnWords } from '../dist/sample/alike-page.js';
import {
  basePlan,
  examplesFolder,
  loadExample,
  loadTopics,
  runExample,
} from './reference/examples.js';
import { pageWords, scalarWords } from './reference/words.js';

/** The page in each language; every example is run once. */
export async function referencePages() {
  const topics = loadTopics();
  const runs = new Map();
  for (const name of topics.flatMap(({ examples }) => examples)) {
    const example = loadExample(name);
    runs.set(name, { example, run: await runExample(example) });
  }
  return { en: page('en', topics, runs), vi: page('vi', topics, runs) };
}

function page(lang, topics, runs) {
  const words = pageWords[lang];
  const keys = planKeys();
  const listed = keysByTopic(topics, keys);
  const sections = topics.map((topic) =>
    topicSection(topic, runs, keyTable(listed.get(topic), keys, lang), lang),
  );
  const own = [`- [${words.baseTitle}](#start)`, `- [${words.valuesTitle}](#values)`];
  const contents = topics.map(
    (topic) => `${topic.under === undefined ? '' : '  '}- [${topic[lang].title}](#${topic.id})`,
  );
  return [
    `# ${words.title}`,
    words.intro,
    [...own, ...contents].join('\n'),
    heading(2, words.baseTitle, 'start'),
    words.base,
    fence('yaml', basePlan().trimEnd()),
    words.run,
    heading(2, words.valuesTitle, 'values'),
    words.values,
    valueTable(lang),
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}

/** The keys that each topic lists: those it names with what is in them, less what a later topic names for itself. */
function keysByTopic(topics, keys) {
  const owner = ({ path }) => {
    const claims = topics.flatMap((topic) =>
      topic.keys
        .filter((root) => path === root || path.startsWith(`${root}.`))
        .map((root) => ({ topic, root })),
    );
    return claims.sort((one, other) => other.root.length - one.root.length)[0];
  };
  const claimed = keys.map((key) => ({ ...key, ...owner(key) }));
  return new Map(
    topics.map((topic) => [
      topic,
      topic.keys.flatMap((root) =>
        claimed.filter((key) => key.topic === topic && key.root === root),
      ),
    ]),
  );
}

function topicSection(topic, runs, keys, lang) {
  const { title, text } = topic[lang];
  return [
    heading(topic.under === undefined ? 2 : 3, title, topic.id),
    ...(text === undefined ? [] : [text]),
    ...exampleTexts(
      topic.examples.map((name) => runs.get(name)),
      lang,
    ),
    ...(topic.id === 'lists' ? [headingTable(lang)] : []),
    ...keys,
  ].join('\n\n');
}

/** Every heading by which a column of a list of people is known. */
function headingTable(lang) {
  const rows = Object.entries(peopleColumns).map(([column, headings]) => [
    columnWords[column][lang],
    headings.join(' · '),
  ]);
  const words = pageWords[lang];
  return markdownTable({ head: [words.column, words.headings], rows, numbers: [false, false] });
}

/** A table of frame/ is shown where it is first used in the section. */
function exampleTexts(runs, lang) {
  const seen = new Set();
  return runs.map((one) => {
    const frame = one.example.frame.filter((file) => !seen.has(file));
    for (const file of frame) seen.add(file);
    return exampleText({ ...one, example: { ...one.example, frame } }, lang);
  });
}

function exampleText({ example: { name, notes, shown, frame }, run }, lang) {
  if (!run.ok) {
    const found = run.findings.map(({ code }) => code).join(', ');
    throw new Error(`docs/examples/${name}.yaml does not hold: ${found}`);
  }
  const words = pageWords[lang];
  const source = (lang === 'en' ? notes.seen_en : undefined) ?? notes.seen;
  const seen = source === undefined ? '' : ` *${words.seen}: ${source}.*`;
  const said = run.findings.filter(({ code }) => notes.warns.split(' ').includes(code));
  return [
    `${notes[lang]}${seen}`,
    fence('yaml', shown),
    ...frame.flatMap((file) => [`\`${file}\`:`, fence('csv', frameText(file))]),
    ...run.tables(lang).map(markdownTable),
    ...said.map((found) => `> ${words.says}: ${messageOf(found, lang)}`),
  ].join('\n\n');
}

function frameText(file) {
  return readFileSync(join(examplesFolder, file), 'utf8').trimEnd();
}

function keyTable(keys, all, lang) {
  const words = pageWords[lang];
  const rows = keys
    .filter(({ like, text, path }) => text !== null && (like === null || isPart(like, path)))
    .map((key) => [
      `\`${label(key, lang)}\``,
      `${shapesText(key.shapes, lang)}${words.required[key.required]}`,
      `${key.text[lang]}${sameKeys(key, all, lang)}`,
    ]);
  if (rows.length === 0) return [];
  const head = [words.key, words.value, words.meaning];
  const table = markdownTable({ head, rows, numbers: [false, false, false] });
  return [`<details><summary>${words.keysHere(rows.length)}</summary>\n\n${table}\n\n</details>`];
}

/** A key that holds more of what it stands in itself (places within places) is listed; copies of other keys are not. */
function isPart(like, path) {
  return path.startsWith(`${like}.`);
}

/** `share.bands.from`: from the topic's own key on; names given elsewhere in the plan as ‹name›. */
function label({ path, root }, lang) {
  const above = root.lastIndexOf('.') + 1;
  return path.slice(above).replaceAll('*', `‹${pageWords[lang].name}›`);
}

function sameKeys({ path, like }, all, lang) {
  const words = pageWords[lang];
  if (like !== null) return ` ${words.sameAs(lastOf(like))}`;
  const copied = all.find(
    (key) => key.like !== null && !isPart(key.like, key.path) && parentOf(key.path) === path,
  );
  return copied === undefined ? '' : ` ${words.alsoKeys(lastOf(parentOf(copied.like)))}`;
}

function parentOf(path) {
  return path.slice(0, path.lastIndexOf('.')).replace(/\.\*$/, '');
}

function lastOf(path) {
  return path.slice(path.lastIndexOf('.') + 1);
}

function shapesText(shapes, lang) {
  const words = pageWords[lang];
  const lists = shapes.some((shape) => shape.kind === 'list' && ofKeys(shape));
  if (lists && shapes.some(({ kind }) => kind === 'keys')) return words.listOrKeys;
  return shapes.map((shape) => shapeText(shape, lang)).join(` ${words.or} `);
}

function shapeText(shape, lang) {
  const words = pageWords[lang];
  switch (shape.kind) {
    case 'scalar':
      return shape.allowed.length > 0
        ? shape.allowed.map((value) => `\`${value}\``).join(' · ')
        : scalarWords[shape.name][lang].name;
    case 'list':
      return ofKeys(shape) ? words.listOfKeys : `${words.list}: ${shapesText(shape.of, lang)}`;
    case 'names':
      return ofKeys(shape) ? words.namesOfKeys : `${words.names}: ${shapesText(shape.of, lang)}`;
    default:
      return words.keys;
  }
}

function ofKeys(shape) {
  return shape.of.every(({ kind }) => kind === 'keys');
}

function valueTable(lang) {
  const words = pageWords[lang];
  const rows = Object.values(scalarWords)
    .filter((entry) => entry[lang].text !== undefined)
    .map((entry) => [entry[lang].name, entry[lang].text]);
  return markdownTable({ head: [words.value, words.written], rows, numbers: [false, false] });
}

function heading(level, text, id) {
  return `<a id="${id}"></a>\n\n${'#'.repeat(level)} ${text}`;
}

function fence(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function markdownTable({ head, rows, numbers }) {
  const line = (cells) => `| ${head.map((_, at) => cell(cells[at] ?? '')).join(' | ')} |`;
  const rule = `|${numbers.map((number) => (number ? '---:' : '---')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
