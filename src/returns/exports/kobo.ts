/** KoboToolbox: formpack's `reporting/export.py` and `schema/fields.py`. */
import { atMark } from './cut.ts';
import type { System } from './system.ts';

export const kobo: System = {
  name: 'KoboToolbox',
  recognises: (headings) =>
    headings.has('_uuid') &&
    ['_submission_time', '_validation_status', '_id', '__version__', '_index'].some((heading) =>
      headings.has(heading),
    ),
  repeats: ['_parent_table_name', '_parent_index', '_submission__uuid'],
  own: [
    '_id',
    '_uuid',
    '_submission_time',
    '_validation_status',
    '_notes',
    '_status',
    '_submitted_by',
    '__version__',
    '_version_',
    '_tags',
    '_index',
    '_attachments',
    '_geolocation',
    'meta/rootuuid',
    'meta/instanceid',
    'meta/deprecatedid',
    'meta/instancename',
    'meta/audit',
    'rootuuid',
    'instanceid',
    'start',
    'end',
    'today',
    'deviceid',
    'subscriberid',
    'simserial',
    'phonenumber',
    'username',
    'audit',
  ],
  fields: [
    // `_uuid` changes when a submission is edited, the root does not.
    { field: 'reply', headings: ['meta/rootuuid', 'rootuuid', '_uuid'] },
    // Written by the device: sent days later, a whole day's interviews come in one minute.
    { field: 'at', headings: ['end', 'start', 'today', '_submission_time'] },
    { field: 'collector', headings: ['username', '_submitted_by'] },
  ],
  cuts: (heading) => [atMark(heading, '/')],
  bare: (heading) => heading,
  asides: [],
  other: null,
  exclude: {
    _validation_status: [
      'Not approved',
      'On hold',
      'validation_status_not_approved',
      'validation_status_on_hold',
    ],
  },
  times: 'utc',
  decimal: 'point',
  notAsked: null,
};
