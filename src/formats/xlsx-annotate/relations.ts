/** Relations between the parts of a package, and the list of their content types, as text that can grow. */
import { attribute, escapedXml, isClosed, rootPrefix, tagAt, tagsNamed } from './tags.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ownNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface Relation {
  readonly id: string;
  /** Last word of its type. */
  readonly type: string;
  /** Name of the part. */
  readonly part: string;
}

export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Relations inside the package of `part`, from the text of its relations part. */
export function relationsIn(text: string, part: string): readonly Relation[] {
  const found = [...tagsNamed(text, `${rootPrefix(text)}Relationship`)];
  return found.flatMap(({ tag }) => {
    if (attribute(tag, 'TargetMode') === 'External') return [];
    const type = (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '';
    const target = resolved(part, attribute(tag, 'Target') ?? '');
    return [{ id: attribute(tag, 'Id') ?? '', type, part: target }];
  });
}

function resolved(from: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** `text` (null: there is none yet) with one more relation. */
export function withRelation(text: string | null, { id, type, part }: Relation): string {
  const before = text ?? `<Relationships xmlns="${ownNamespace}"></Relationships>`;
  const prefix = rootPrefix(before);
  const relation = `<${prefix}Relationship Id="${id}" Type="${office}/${type}" Target="${escapedXml(`/${part}`)}"/>`;
  return withChild(before, `${prefix}Relationships`, relation);
}

export function freeRelationId(text: string | null): string {
  for (let number = 1; ; number++) {
    const id = `rIdSurvey${number}`;
    if (!(text ?? '').includes(`"${id}"`)) return id;
  }
}

const contents = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
} as const;

/** The list of content types with those of a new part of comments and of a new drawing; null: none is new. */
export function withContentTypes(
  text: string,
  { comments, drawing }: { readonly comments: string | null; readonly drawing: string | null },
): string {
  const prefix = rootPrefix(text);
  const types = `${prefix}Types`;
  let grown = text;
  if (comments !== null) {
    const name = escapedXml(`/${comments}`);
    grown = withChild(
      grown,
      types,
      `<${prefix}Override PartName="${name}" ContentType="${contents.comments}"/>`,
    );
  }
  const isKnown = [...tagsNamed(text, `${prefix}Default`)].some(
    ({ tag }) => attribute(tag, 'Extension')?.toLowerCase() === 'vml',
  );
  if (drawing === null || isKnown) return grown;
  const [first] = tagsNamed(grown, types);
  const at = first === undefined ? 0 : first.at + first.tag.length;
  const entry = `<${prefix}Default Extension="vml" ContentType="${contents.vml}"/>`;
  return grown.slice(0, at) + entry + grown.slice(at);
}

function withChild(text: string, parent: string, child: string): string {
  const [root] = tagsNamed(text, parent);
  const tag = root === undefined ? null : tagAt(text, root.at);
  if (root !== undefined && tag !== null && isClosed(tag)) {
    const open = tag.replace(/\s*\/>$/, '>');
    return `${text.slice(0, root.at)}${open}${child}</${parent}>${text.slice(root.at + tag.length)}`;
  }
  const end = text.lastIndexOf(`</${parent}`);
  return text.slice(0, end) + child + text.slice(end);
}
