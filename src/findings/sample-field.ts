/** Findings of invitations and replacements: what happens to drawn people in the field. */
import { kind } from './finding.ts';

const logWhy = {
  vi: 'Sổ thay người cho biết ai đang được hỏi. Hiểu sai một ô là hỏi nhầm người, nên chưa ghi gì.',
  en: 'The log of replacements says who is being asked. One cell misread and the wrong person is; nothing was written.',
};

export const fieldFindings = {
  'sample/no-address': kind<{ groups: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `chưa ghi địa chỉ phiếu trực tuyến (fieldwork.address) nên chưa lập được thư mời cho nhóm ${w.list(a.groups)}.`,
      en: (a, w) =>
        `the plan has no address of the online form (fieldwork.address), so ${w.list(a.groups)} cannot be invited.`,
    },
    why: {
      vi: 'Mỗi người nhận một đường dẫn gồm địa chỉ này và mã riêng của mình.',
      en: 'Everybody gets a link made of this address and a code of his or her own.',
    },
    fix: {
      vi: 'Ghi “address: https://…” trong fieldwork.',
      en: 'Write `address: https://…` in fieldwork.',
    },
  }),
  'sample/nobody-online': kind<Record<string, never>>({
    severity: 'warning',
    text: {
      vi: () => 'không có nhóm nào vừa trả lời trực tuyến vừa có danh sách người.',
      en: () => 'no group is both asked online and has a list of people.',
    },
    why: {
      vi: 'Mã mời chỉ cấp cho từng người trong danh sách của nhóm có “mode: online”.',
      en: 'Codes are given to each person on the list of a group with `mode: online`.',
    },
    fix: {
      vi: 'Ghi “mode: online” và “roster: …” cho nhóm cần mời.',
      en: 'Write `mode: online` and `roster: …` for the group to be invited.',
    },
  }),
  'sample/no-email': kind<Record<string, never>>({
    severity: 'warning',
    text: {
      vi: () => 'người này được mời trực tuyến nhưng danh sách không có địa chỉ thư điện tử.',
      en: () => 'this person is invited online, but the list has no e-mail address.',
    },
    why: {
      vi: 'Không có địa chỉ thì mã mời phải đưa tận tay.',
      en: 'Without an address the code has to be handed over.',
    },
    fix: {
      vi: 'Bổ sung địa chỉ vào danh sách, hoặc trao mã cho người này bằng cách khác.',
      en: 'Add the address to the list, or give the code in another way.',
    },
  }),
  'sample/invitations-apart': kind<{ mailing: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `đã cấp mã mời nhưng không thấy danh sách gửi thư ${w.quote(a.mailing)}; chưa cấp mã mới.`,
      en: (a, w) =>
        `codes were given out, but the mailing list ${w.quote(a.mailing)} is not there; no new codes were made.`,
    },
    why: {
      vi: 'Mã không lập lại được. Cấp mã mới thì một người có thể trả lời hai lần bằng hai mã.',
      en: 'Codes cannot be made again. With new ones a person could answer twice.',
    },
    fix: {
      vi: 'Đưa danh sách gửi thư về chỗ cũ rồi chạy lại. Nếu chưa gửi mã cho ai, chuyển tệp mã này đi nơi khác để cấp lại từ đầu.',
      en: 'Put the mailing list back and run again. If no code was ever sent, move this file of codes away to start anew.',
    },
  }),
  'sample/invitations-kept': kind<{ count: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} người đã có mã mời nhưng nay không còn trong mẫu; mã của họ vẫn giữ.`,
      en: (a, w) =>
        `${w.int(a.count)} people have a code but are no longer in the sample; their codes are kept.`,
    },
    why: {
      vi: 'Mã đã gửi thì không rút lại được; trả lời bằng mã đó vẫn đến.',
      en: 'A code that was sent cannot be taken back; answers with it still come in.',
    },
    fix: {
      vi: 'Không cần sửa nếu mẫu được rút lại có lý do; nếu không, xem `survey sample verify`.',
      en: 'Nothing to mend if the sample was redrawn for a reason; if not, see `survey sample verify`.',
    },
  }),
  'sample/unknown-group': kind<{ group: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có nhóm ${w.quote(a.group)} trong mẫu đã rút.`,
      en: (a, w) => `the drawn sample has no group ${w.quote(a.group)}.`,
    },
    why: {
      vi: 'Chỉ thay được người trong nhóm có danh sách.',
      en: 'People are replaced in groups that have a list.',
    },
    fix: {
      vi: 'Ghi mã nhóm như trong out/sample/draw.csv.',
      en: 'Write the group as in out/sample/draw.csv.',
    },
  }),
  'sample/log-row': kind<{ text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)} không phải số dòng: ô này chỉ ghi chữ số.`,
      en: (a, w) => `${w.quote(a.text)} is no row number: this cell takes digits only.`,
    },
    why: logWhy,
    fix: {
      vi: 'Ghi số dòng của người đó trong danh sách gốc, ví dụ 4 (dòng tiêu đề là dòng 1).',
      en: 'Write the row of that person in the original list, such as 4 (the headings are row 1).',
    },
  }),
  'sample/log-way': kind<{ text: string; ways: readonly string[]; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.text)} không phải cách thay nào; ô này ghi một trong các từ: ${w.list(a.ways)}.`,
      en: (a, w) =>
        `${w.quote(a.text)} is no way of replacing; this cell takes one of: ${w.list(a.ways)}.`,
    },
    why: logWhy,
    fix: {
      vi: 'Ghi đúng một từ trong danh sách, ví dụ post (gửi bưu điện), person (thay người khác).',
      en: 'Write one of these words, such as post (by mail) or person (another person).',
    },
  }),
  'sample/log-substitute': kind<{ next: string }>({
    severity: 'error',
    text: {
      vi: (a) =>
        a.next === 'person'
          ? 'cách thay là “person” nhưng chưa ghi dòng của người thay.'
          : `cách thay là “${a.next}” nhưng lại ghi dòng của người thay.`,
      en: (a) =>
        a.next === 'person'
          ? 'the way is `person`, but the row of the substitute is not there.'
          : `the way is \`${a.next}\`, but there is the row of a substitute.`,
    },
    why: logWhy,
    fix: {
      vi: 'Thay người khác: next ghi person, by_row ghi dòng của người thay. Vẫn người đó, chỉ đổi hình thức: by_row để trống.',
      en: 'Another person: next says person, and by_row the row of the substitute. The same person in another way: by_row stays blank.',
    },
  }),
  'sample/own-column': kind<{ column: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tệp này có thêm cột ${w.quote(a.column)}; chạy tiếp thì cột đó sẽ mất.`,
      en: (a, w) => `this file has a further column, ${w.quote(a.column)}, which would be lost.`,
    },
    why: {
      vi: 'Chương trình ghi lại cả tệp này, chỉ với các cột của nó. Chưa ghi gì.',
      en: 'The file is written anew as a whole, with its own columns only. Nothing was written.',
    },
    fix: {
      vi: 'Chuyển cột này sang một tệp khác, xóa nó ở đây rồi chạy lại.',
      en: 'Move the column to another file, delete it here and run again.',
    },
  }),
  'sample/not-drawn': kind<{ group: string; row: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dòng ${w.int(a.row)} của nhóm ${w.quote(a.group)} chưa được rút vào mẫu nên không có gì để thay.`,
      en: (a, w) =>
        `row ${w.int(a.row)} of the group ${w.quote(a.group)} is not in the sample, so there is nobody to replace.`,
    },
    why: {
      vi: 'Số dòng là số dòng trong danh sách gốc (dòng tiêu đề là dòng 1).',
      en: 'Rows are those of the original list (the headings are row 1).',
    },
    fix: {
      vi: 'Xem cột roster_row trong out/sample/draw.csv hoặc cột “Dòng” trong frame/drawn.',
      en: 'See the column roster_row of out/sample/draw.csv, or “Row” in frame/drawn.',
    },
  }),
  'sample/already-replaced': kind<{ group: string; row: number; by: number; date: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dòng ${w.int(a.row)} của nhóm ${w.quote(a.group)} đã được thay bằng dòng ${w.int(a.by)} ngày ${w.date(a.date)}.`,
      en: (a, w) =>
        `row ${w.int(a.row)} of the group ${w.quote(a.group)} was replaced by row ${w.int(a.by)} on ${w.date(a.date)}.`,
    },
    why: {
      vi: 'Thay một người hai lần thì số người được hỏi vượt số phiếu.',
      en: 'Replaced twice, more people would be asked than there are forms.',
    },
    fix: {
      vi: 'Nếu người thay cũng không gặp được, ghi số dòng của người thay.',
      en: 'If the substitute cannot be reached either, give the row of the substitute.',
    },
  }),
  'sample/reserves-used-up': kind<{ group: string; target: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: đã dùng hết người dự phòng.`,
      en: (a, w) => `group ${w.quote(a.group)}, ${w.quote(a.target)}: the reserve is used up.`,
    },
    why: {
      vi: 'Lấy người ngoài danh sách dự phòng là chọn theo ý mình, không còn là rút ngẫu nhiên.',
      en: 'To take somebody who is not in the reserve is to choose by hand; it is no longer a draw.',
    },
    fix: {
      vi: 'Ghi nhận là không trả lời. Lần sau đặt “reserve” lớn hơn trong quota.',
      en: 'Record it as no reply. Next time set a larger `reserve` in quota.',
    },
  }),
  'sample/no-way-left': kind<{ group: string; row: number; ways: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, dòng ${w.int(a.row)}: đã thử hết các cách ghi ở select.replace (${w.list(a.ways)}).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, row ${w.int(a.row)}: every way of select.replace has been tried (${w.list(a.ways)}).`,
    },
    why: {
      vi: 'Phương án không cho thay bằng người khác (person).',
      en: 'The plan does not allow another person (person).',
    },
    fix: {
      vi: 'Ghi nhận là không trả lời, hoặc thêm “person” vào select.replace nếu phương án cho phép.',
      en: 'Record it as no reply, or add `person` to select.replace if the plan allows it.',
    },
  }),
  'sample/mode-not-planned': kind<{ group: string; mode: string; ways: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: không đổi sang “${a.mode}” được; còn lại theo phương án: ${w.list(a.ways) || 'không có'}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: cannot change to \`${a.mode}\`; left by the plan: ${w.list(a.ways) || 'none'}.`,
    },
    why: {
      vi: 'Cách lấy phiếu thay thế và thứ tự của chúng do phương án quy định, mỗi cách thử một lần.',
      en: 'The plan says which other ways of asking there are; each is tried once.',
    },
    fix: {
      vi: 'Dùng một cách còn lại, hoặc bổ sung vào “select: { replace: [...] }” của nhóm.',
      en: 'Take one that is left, or add it to `select: { replace: [...] }` of the group.',
    },
  }),
  'sample/why-missing': kind<{ option: string }>({
    severity: 'error',
    text: {
      vi: (a) => `phải ghi lý do: ${a.option} "…".`,
      en: (a) => `a reason is needed: ${a.option} "…".`,
    },
    why: {
      vi: 'Ai bị thay và vì sao là câu hỏi đầu tiên khi kiểm tra mẫu.',
      en: 'Who was replaced and why is the first question when a sample is examined.',
    },
    fix: {
      vi: 'Thêm lý do ngắn, ví dụ "đi công tác dài ngày"; không ghi tên người.',
      en: 'Add a short reason, such as "on leave until November"; no names.',
    },
  }),
  'sample/draw-stale': kind<{ path: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `danh sách hoặc phương án không còn khớp với mẫu đã rút (${w.quote(a.path)}).`,
      en: (a, w) => `the lists or the plan no longer agree with the draw (${w.quote(a.path)}).`,
    },
    why: {
      vi: 'Số dòng trong danh sách đã đổi có thể chỉ sang người khác.',
      en: 'In a list that has changed, a row number may mean somebody else.',
    },
    fix: {
      vi: 'Chạy `survey sample verify` để xem khác ở đâu, đưa danh sách về như lúc rút.',
      en: 'Run `survey sample verify` to see where, and put the list back as it was.',
    },
  }),
};
