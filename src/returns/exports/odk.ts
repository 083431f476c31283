/** ODK Central: the root table of its zip; repeats are tables of their own. */
import { atMark } from './cut.ts';
import type { System } from './system.ts';

export const odk: System = {
  name: 'ODK Central',
  recognises: (headings) =>
    headings.has('key') &&
    ['submissiondate', 'reviewstate', 'submittername', 'meta-instanceid', 'instanceid'].some(
      (heading) => headings.has(heading),
    ),
  repeats: ['parent_key'],
  own: [
    'submissiondate',
    'key',
    'submitterid',
    'submittername',
    'attachmentspresent',
    'attachmentsexpected',
    'status',
    'reviewstate',
    'deviceid',
    'edits',
    'formversion',
    'meta-instanceid',
    'meta-instancename',
    'meta-audit',
    'instanceid',
    'instancename',
    'start',
    'end',
    'today',
    'username',
    'phonenumber',
    'audit',
  ],
  fields: [
    // The key is the first instance id, which an edit does not change.
    { field: 'reply', headings: ['key', 'meta-instanceid', 'instanceid'] },
    { field: 'at', headings: ['end', 'start', 'today', 'submissiondate'] },
    { field: 'collector', headings: ['submittername', 'username'] },
  ],
  // Groups are joined by a dash, the options of a split select_multiple by a slash.
  cuts: (heading) => [
    atMark(heading.replaceAll('/', '-'), '-'),
    ...(heading.includes('/') ? [atMark(heading, '/')] : []),
  ],
  bare: (heading) => heading,
  asides: [],
  other: null,
  exclude: {
    reviewstate: ['rejected', 'hasIssues'],
    // Their answers are not in the file: they would look like blank forms.
    status: [
      'not decrypted',
      'notDecrypted',
      'missing encrypted form data',
      'missingEncryptedFormData',
    ],
  },
  times: 'utc',
  decimal: 'point',
  notAsked: null,
};
