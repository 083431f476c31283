/** How the figures came about, and from which files: enough to work them out again. */
import type { Changes } from '../changes.ts';
import type { PageRow } from '../page.ts';
import { criteriaEntries, type Entry } from './method-criteria.ts';
import { ruleEntries } from './method-rules.ts';
import { type MethodWords, methodWords } from './method-words.ts';
import type { Provenance } from './provenance.ts';
import { printOf, type ReportPage, type Setting, textColumn, titleLines } from './sheet.ts';

export function methodPage(
  setting: Setting,
  provenance: Provenance,
  previous: Previous | null = null,
): ReportPage {
  const { words, lang } = setting;
  const method = methodWords[lang];
  const sections: readonly (readonly [string, readonly Entry[]])[] = [
    [method.planSection, planEntries(setting, provenance, method)],
    [method.rulesSection, ruleEntries(setting)],
    [method.criteriaSection, criteriaEntries(setting)],
    [
      method.sourcesSection,
      [...sourceEntries(provenance, method), ...previousEntries(previous, method)],
    ],
  ];
  return {
    file: 'method',
    name: words.methodName,
    title: titleLines(setting, words.methodTitle),
    columns: [textColumn('topic', words.topic, 34), textColumn('content', words.content, 96)],
    rows: sections.flatMap(([title, entries]): readonly PageRow[] => [
      { style: 'group', cells: [title, null] },
      ...entries.map(({ topic, content }): PageRow => ({ style: 'row', cells: [topic, content] })),
    ]),
    notes: [],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function planEntries(
  { plan }: Setting,
  provenance: Provenance,
  words: MethodWords,
): readonly Entry[] {
  const optional = (topic: string, content: string | null): readonly Entry[] =>
    content === null ? [] : [{ topic, content }];
  return [
    { topic: words.title, content: plan.title },
    { topic: words.survey, content: plan.survey },
    ...optional(words.scheme, plan.scheme),
    ...optional(words.issuer, plan.document.issuer),
    { topic: words.fingerprint, content: provenance.planFingerprint },
    { topic: words.tool, content: provenance.tool },
    ...optional(words.madeAt, provenance.madeAt),
  ];
}

/** The earlier results that these are compared with. */
type Previous = Pick<Changes, 'file' | 'sha256'>;

function previousEntries(previous: Previous | null, words: MethodWords): readonly Entry[] {
  if (previous === null) return [];
  const { file, sha256 } = previous;
  return [{ topic: words.previous, content: words.file(file, sha256) }];
}

function sourceEntries(provenance: Provenance, words: MethodWords): readonly Entry[] {
  const { batches, corrections, pointFiles, simulated } = provenance;
  return [
    ...(simulated.length === 0
      ? []
      : [{ topic: words.simulated, content: words.seeds(simulated.join(', ')) }]),
    { topic: words.batches, content: words.batchCount(batches.length) },
    ...batches.map((batch) => ({
      topic: batch.id,
      content: words.batch(
        batch.source.name,
        batch.source.sheet,
        batch.counts,
        batch.source.sha256,
      ),
    })),
    ...(corrections.length === 0
      ? []
      : [
          {
            topic: words.corrections,
            content: words.correctionCount(
              corrections.filter(({ old, next }) => old !== next).length,
              corrections.filter(({ old, next }) => old === next).length,
              new Set(corrections.map(({ batch }) => batch)).size,
            ),
          },
        ]),
    ...(pointFiles.length === 0 ? [{ topic: words.points, content: words.noFile }] : []),
    ...pointFiles.map((file) => ({
      topic: words.points,
      content: words.file(file.name, file.sha256),
    })),
  ];
}
