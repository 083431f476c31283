/** Google Forms: the linked sheet or the downloaded CSV; headings are the question texts. */
import { inBrackets } from './cut.ts';
import type { System } from './system.ts';

const stamps = ['timestamp', 'dấu thời gian'];

const mails = [
  'email address',
  'địa chỉ email',
  'email',
  'username',
  'tên người dùng',
  'tên đăng nhập',
];

export const googleForms: System = {
  name: 'Google Forms',
  recognises: (_headings, first) => stamps.includes(first),
  repeats: [],
  own: [...stamps, ...mails, 'score', 'total score', 'điểm', 'điểm số', 'tổng điểm'],
  fields: [
    { field: 'at', headings: stamps },
    { field: 'reply', headings: mails },
  ],
  addresses: mails,
  cuts: (heading) => [inBrackets(heading)],
  bare: (heading) => heading,
  asides: ['score', 'feedback', 'điểm', 'điểm số', 'phản hồi'],
  other: null,
  exclude: {},
  times: 'local',
  decimal: null,
  notAsked: null,
};
