/** Findings of lists of people: whether they can be used, and whether they have as many as the quotas ask for. */
import { kind } from './finding.ts';

export interface Against {
  group: string;
  target: string;
  listed: number;
  size: number;
}

export const listFindings = {
  'sample/column-missing': kind<{ column: string; known: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `danh sách thiếu cột ${w.quote(a.column)} (tiêu đề có thể là: ${w.list(a.known, 30)}).`,
      en: (a, w) =>
        `the list has no column ${w.quote(a.column)} (its heading may be: ${w.list(a.known, 30)}).`,
    },
    why: {
      vi: 'Phải biết mỗi dòng là ai, của đơn vị hoặc địa bàn nào.',
      en: 'Each row must say who it is, and of which unit or place.',
    },
    fix: {
      vi: 'Thêm cột, hoặc sửa tiêu đề ở dòng đầu của danh sách cho đúng.',
      en: 'Add the column, or mend its heading in the first row of the list.',
    },
  }),
  'sample/unit-without-rows': kind<{ group: string; target: string; size: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: danh sách không có ai của ${w.quote(a.target)}, nơi cần ${w.int(a.size)} người.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the list has nobody from ${w.quote(a.target)}, where ${w.int(a.size)} are to be asked.`,
    },
    why: {
      vi: 'Nơi không có người trả lời sẽ không có điểm điều tra.',
      en: 'Where nobody answers there are no survey points.',
    },
    fix: {
      vi: 'Hỏi lại nơi đó đã gửi danh sách chưa, và xem tên đơn vị trong danh sách có đúng không.',
      en: 'Ask whether they have sent their list, and check how the unit is written there.',
    },
  }),
  'sample/list-too-short': kind<Against>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: cần ${w.int(a.size)} người nhưng danh sách chỉ có ${w.int(a.listed)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: ${w.int(a.size)} are to be asked, but the list has only ${w.int(a.listed)}.`,
    },
    why: {
      vi: 'Danh sách phải có mọi người có thể được hỏi, ít nhất là đủ số phiếu.',
      en: 'The list must hold everybody who could be asked, at least as many as the quota.',
    },
    fix: {
      vi: 'Bổ sung danh sách, hoặc giảm số phiếu (không tính người thuộc danh sách của nhóm khác, và dòng có quy mô 0 khi rút theo pps).',
      en: 'Complete the list, or lower the quota (people who belong to another list do not count, nor rows of size 0 where the draw is pps).',
    },
  }),
  'sample/reserve-too-short': kind<Against & { reserve: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: sau khi rút ${w.int(a.size)} người chỉ còn ${w.int(a.listed - a.size)} để dự phòng, phương án cần ${w.int(a.reserve)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: with ${w.int(a.size)} drawn only ${w.int(a.listed - a.size)} are left for the reserve of ${w.int(a.reserve)}.`,
    },
    why: {
      vi: 'Hết người dự phòng thì không thay được người vắng.',
      en: 'When the reserve is used up nobody can be replaced.',
    },
    fix: {
      vi: 'Bổ sung danh sách nếu còn thiếu người; nếu đã đủ thì để nguyên.',
      en: 'Complete the list if people are missing; if it is complete, leave it.',
    },
  }),
  'sample/chosen-differs': kind<Against>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: danh sách người được chọn có ${w.int(a.listed)} người, số phiếu là ${w.int(a.size)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: ${w.int(a.listed)} people were chosen, the quota is ${w.int(a.size)}.`,
    },
    why: {
      vi: 'Danh sách ghi “holds: chosen” là danh sách người sẽ nhận phiếu, nên phải khớp từng đơn vị.',
      en: 'A list with `holds: chosen` names those who get a form, so it must agree unit by unit.',
    },
    fix: {
      vi: 'Bổ sung hoặc bớt người cho đúng số; nếu đây là danh sách đầy đủ để rút thì bỏ “holds: chosen”.',
      en: 'Add or remove people; if the list holds everybody to draw from, leave `holds: chosen` out.',
    },
  }),
  'sample/census-differs': kind<Against>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: điều tra toàn bộ ${w.int(a.size)} người theo số liệu, nhưng danh sách có ${w.int(a.listed)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: by its figure ${w.int(a.size)} are everybody, but the list has ${w.int(a.listed)}.`,
    },
    why: {
      vi: 'Điều tra toàn bộ thì số phiếu phải đúng bằng số người trong danh sách.',
      en: 'In a census the quota is the number of people on the list.',
    },
    fix: {
      vi: 'Sửa số liệu hoặc danh sách; hoặc ghi “census: { roster: … }” để số phiếu lấy theo danh sách.',
      en: 'Mend the figure or the list; or write `census: { roster: … }` so that the list decides.',
    },
  }),
  'sample/divisions-differ': kind<{
    group: string;
    target: string;
    column: string;
    found: number;
    stated: number;
    of: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: danh sách có ${w.int(a.found)} giá trị ở cột ${w.quote(a.column)}, số liệu ${w.quote(a.of)} là ${w.int(a.stated)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: the list has ${w.int(a.found)} different values in ${w.quote(a.column)}, the figure ${w.quote(a.of)} is ${w.int(a.stated)}.`,
    },
    why: {
      vi: 'Thiếu một phòng trong danh sách thì phòng đó không có ai được hỏi; thừa thường là do viết tên phòng khác nhau.',
      en: 'A division that is not on the list is not asked; one too many is often a name written in two ways.',
    },
    fix: {
      vi: 'Đối chiếu tên các phòng trong danh sách với số liệu của đơn vị, sửa bên sai.',
      en: "Compare the divisions of the list with the unit's figure and mend the wrong side.",
    },
  }),
  'sample/division-differs': kind<{
    group: string;
    target: string;
    division: string;
    listed: number;
    take: number;
    exactly: boolean;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: ${w.quote(a.division)} có ${w.int(a.listed)} người trong danh sách, cần ${a.exactly ? 'đúng' : 'ít nhất'} ${w.int(a.take)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: ${w.quote(a.division)} has ${w.int(a.listed)} people on the list, ${a.exactly ? 'exactly' : 'at least'} ${w.int(a.take)} are needed.`,
    },
    why: {
      vi: 'Quy tắc của nhóm tính theo từng phòng (bộ phận), nên mỗi phòng phải đủ người.',
      en: 'The rule counts by division, so each needs its people.',
    },
    fix: {
      vi: 'Bổ sung hoặc bớt người của phòng đó; nếu tên phòng viết hai cách thì viết lại cho giống nhau.',
      en: 'Add or remove people there; if the division is written in two ways, write it in one.',
    },
  }),
  'sample/unit-not-asked': kind<{ group: string; target: string; rows: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.rows)} dòng của ${w.quote(a.target)}, nơi không có phiếu nào của nhóm ${w.quote(a.group)}; các dòng này bị bỏ qua.`,
      en: (a, w) =>
        `${w.int(a.rows)} rows of ${w.quote(a.target)}, which gets no forms of the group ${w.quote(a.group)}; they are left aside.`,
    },
    why: {
      vi: 'Hoặc danh sách ghi nhầm đơn vị, hoặc phương án bỏ sót đơn vị này.',
      en: 'Either the list names the wrong unit, or the plan has left this one out.',
    },
    fix: {
      vi: 'Sửa tên đơn vị ở các dòng đó, hoặc thêm đơn vị vào “in” của nhóm.',
      en: 'Mend the unit in these rows, or add it to `in` of the group.',
    },
  }),
  'sample/not-a-size': kind<{ column: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `quy mô ở cột ${w.quote(a.column)} phải là số nguyên viết liền, ví dụ 1250.`,
      en: (a, w) =>
        `the size in ${w.quote(a.column)} must be a whole number without marks, such as 1250.`,
    },
    why: {
      vi: 'Xác suất rút tính từ số này; dấu chấm, dấu phẩy có thể hiểu hai cách.',
      en: 'The chance is computed from it; points and commas can be read in two ways.',
    },
    fix: {
      vi: 'Viết lại số ở ô này; 0 nghĩa là không bao giờ được rút.',
      en: 'Write the number again; 0 means never drawn.',
    },
  }),
};
