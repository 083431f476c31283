/** Findings of lists of people: read on their own, and held against the quotas. They name rows, never people. */
import { kind } from './finding.ts';

type Proof = 'code' | 'email' | 'born' | 'position';

const proofVi: Readonly<Record<Proof, string>> = {
  code: 'cùng mã',
  email: 'cùng địa chỉ thư điện tử',
  born: 'cùng họ tên, nơi và ngày sinh',
  position: 'cùng họ tên, nơi và chức vụ',
};
const proofEn: Readonly<Record<Proof, string>> = {
  code: 'same code',
  email: 'same e-mail address',
  born: 'same name, place and date of birth',
  position: 'same name, place and position',
};

const onceWhy = {
  vi: 'Một người chỉ trả lời một phiếu; đếm hai lần thì in thừa phiếu và ý kiến của người đó nặng gấp đôi.',
  en: 'One person fills one form; counted twice, a form too many is printed and that opinion weighs double.',
};

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
        `danh sách thiếu cột ${w.quote(a.column)} (tiêu đề có thể là: ${w.list(a.known)}).`,
      en: (a, w) =>
        `the list has no column ${w.quote(a.column)} (its heading may be: ${w.list(a.known)}).`,
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
  'sample/person-twice': kind<{ row: number; proof: Proof }>({
    severity: 'error',
    text: {
      vi: (a, w) => `người này đã có ở dòng ${w.int(a.row)} (${proofVi[a.proof]}).`,
      en: (a, w) => `this person already stands in row ${w.int(a.row)} (${proofEn[a.proof]}).`,
    },
    why: onceWhy,
    fix: {
      vi: 'Xóa một trong hai dòng. Nếu là hai người khác nhau, ghi thêm mã hoặc ngày sinh để phân biệt.',
      en: 'Delete one of the rows. If they are two people, add a code or a date of birth that tells them apart.',
    },
  }),
  'sample/person-in-units': kind<{ row: number; proof: Proof }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `người này đã có ở dòng ${w.int(a.row)} dưới một đơn vị khác (${proofVi[a.proof]}); chỉ được hỏi một lần, ở đơn vị đứng trước trong phương án.`,
      en: (a, w) =>
        `this person already stands in row ${w.int(a.row)} under another unit (${proofEn[a.proof]}); he or she is asked once, for the unit that comes first in the plan.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Giữ một dòng; hoặc ghi “sample: { person: several-units }” nếu muốn ưu tiên chọn người làm việc với nhiều đơn vị.',
      en: 'Keep one row; or write `sample: { person: several-units }` if people who deal with several units are to be preferred.',
    },
  }),
  'sample/shared-mark': kind<{ mark: 'code' | 'email'; other: string }>({
    severity: 'warning',
    text: {
      vi: (a) =>
        `${a.mark === 'code' ? 'mã' : 'địa chỉ thư điện tử'} này cũng có ở dòng ${a.other} nhưng họ tên khác hẳn; vẫn tính là hai người.`,
      en: (a) =>
        `this ${a.mark === 'code' ? 'code' : 'e-mail address'} also stands in row ${a.other} with quite another name; they are still two people.`,
    },
    why: {
      vi: 'Một mã hoặc một hộp thư dùng cho hai người thì hoặc gõ nhầm, hoặc hai thư mời đến cùng một chỗ.',
      en: 'One code or address for two people is either a slip, or sends two invitations to one mailbox.',
    },
    fix: {
      vi: 'Đối chiếu hai dòng và sửa dòng sai; nếu đúng là dùng chung thì để nguyên.',
      en: 'Compare the two rows and mend the wrong one; leave them if the mark really is shared.',
    },
  }),
  'sample/asked-elsewhere': kind<{ count: number; group: string; file: string }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} người trong danh sách này được hỏi ở nhóm ${w.quote(a.group)} (${w.quote(a.file)}) nên không tính ở đây.`,
      en: (a, w) =>
        `${w.int(a.count)} people of this list are asked in the group ${w.quote(a.group)} (${w.quote(a.file)}) and do not count here.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Không cần sửa. Muốn hỏi ở mọi danh sách thì ghi “sample: { person: every-list }”.',
      en: 'Nothing to mend. To ask them on every list write `sample: { person: every-list }`.',
    },
  }),
  'sample/priority-tie': kind<{ count: number; group: string; file: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} người trong danh sách này cũng có ở nhóm ${w.quote(a.group)} (${w.quote(a.file)}) cùng mức ưu tiên; họ được hỏi ở nhóm đó vì đứng trước trong phương án.`,
      en: (a, w) =>
        `${w.int(a.count)} people of this list are also in the group ${w.quote(a.group)} (${w.quote(a.file)}), which has the same priority; they are asked there because it comes first in the plan.`,
    },
    why: {
      vi: 'Ai được hỏi với tư cách nào là quyết định của phương án, không nên do thứ tự dòng.',
      en: 'As what somebody is asked is for the plan to decide, not for the order of its lines.',
    },
    fix: {
      vi: 'Ghi “priority” khác nhau cho hai nhóm: số nhỏ được ưu tiên.',
      en: 'Give the two groups different `priority` numbers: the lower one wins.',
    },
  }),
  'sample/list-missing': kind<{ group: string; file: string; due: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: chưa có danh sách ${w.quote(a.file)}${a.due === '' ? '' : ` (hạn gửi ${w.date(a.due)})`} nên chưa kiểm tra, chưa rút được.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the list ${w.quote(a.file)} is not there yet${a.due === '' ? '' : ` (due ${w.date(a.due)})`}; nothing can be checked or drawn.`,
    },
    why: {
      vi: 'Không có danh sách thì không chứng minh được ai đã được chọn và vì sao.',
      en: 'Without the list nobody can show who was chosen and why.',
    },
    fix: {
      vi: 'Chép danh sách vào đúng thư mục đã ghi rồi chạy lại.',
      en: 'Put the list where the plan says and run again.',
    },
  }),
  'sample/no-such-column': kind<{ column: string; file: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `danh sách ${w.quote(a.file)} không có cột ${w.quote(a.column)}.`,
      en: (a, w) => `the list ${w.quote(a.file)} has no column ${w.quote(a.column)}.`,
    },
    why: {
      vi: 'Cách rút trong phương án dựa vào cột này.',
      en: 'The plan draws by this column.',
    },
    fix: {
      vi: 'Ghi đúng tiêu đề cột như trong danh sách, hoặc thêm cột vào danh sách.',
      en: 'Write the heading as it stands in the list, or add the column there.',
    },
  }),
  'sample/list-shared': kind<{ file: string; group: string; first: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)} dùng chung danh sách ${w.quote(a.file)} với nhóm ${w.quote(a.first)}: mỗi người chỉ được hỏi một lần nên một nhóm sẽ không còn ai.`,
      en: (a, w) =>
        `the group ${w.quote(a.group)} uses the list ${w.quote(a.file)} of the group ${w.quote(a.first)}: everybody is asked once, so one of them is left with nobody.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Tách thành hai danh sách; hoặc ghi “sample: { person: every-list }” nếu mỗi người trả lời ở cả hai nhóm.',
      en: 'Make two lists; or write `sample: { person: every-list }` if everybody answers in both groups.',
    },
  }),
  'sample/pps-without-size': kind<{ group: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}: rút theo quy mô (pps) nhưng chưa ghi cột quy mô.`,
      en: (a, w) =>
        `the group ${w.quote(a.group)} is drawn by size (pps), but no column holds the size.`,
    },
    why: {
      vi: 'Xác suất rút tỷ lệ với quy mô của từng người hoặc hộ.',
      en: 'The chance of each person or household is proportional to its size.',
    },
    fix: {
      vi: 'Thêm “size: tên cột” vào select, hoặc đổi “how” thành random.',
      en: 'Add `size: column` to select, or change `how` to random.',
    },
  }),
  'sample/select-unused': kind<{ group: string; key: string; how: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.key}” không có tác dụng khi rút theo “${a.how}”.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: \`${a.key}\` has no effect when drawing by \`${a.how}\`.`,
    },
    why: {
      vi: 'Người đọc phương án sẽ tưởng mẫu được rút theo cột này.',
      en: 'Readers of the plan would believe that the sample goes by this column.',
    },
    fix: {
      vi: 'Bỏ dòng này, hoặc sửa “how” (size đi với pps, order đi với systematic hoặc pps).',
      en: 'Leave it out, or mend `how` (size goes with pps, order with systematic or pps).',
    },
  }),
  'sample/select-without-list': kind<{ group: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}: có “select” nhưng không có danh sách để rút.`,
      en: (a, w) => `the group ${w.quote(a.group)} has \`select\` but no list to draw from.`,
    },
    why: {
      vi: 'Không có “roster” thì chương trình không rút ai; cách chọn chỉ nằm trên giấy.',
      en: 'Without `roster` nobody is drawn; the method stands on paper only.',
    },
    fix: {
      vi: 'Thêm “roster: frame/….csv”, hoặc bỏ “select”.',
      en: 'Add `roster: frame/….csv`, or leave `select` out.',
    },
  }),
  'sample/within-without-per': kind<{ group: string; column: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: cột ${w.quote(a.column)} (within) không có tác dụng vì số phiếu không tính theo “per”.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the column ${w.quote(a.column)} (within) has no effect, for the quota is not counted by \`per\`.`,
    },
    why: {
      vi: '“within” chỉ kiểm tra quy tắc dạng “02 người mỗi phòng”.',
      en: '`within` checks rules such as “2 of each division”.',
    },
    fix: {
      vi: 'Bỏ “within”, hoặc dùng “per: { take: …, of: … }”; muốn chia tầng thì ghi “select: { strata: … }”.',
      en: 'Leave `within` out, or use `per: { take: …, of: … }`; to draw by strata write `select: { strata: … }`.',
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
      vi: 'Bổ sung danh sách, hoặc giảm số phiếu (người đã được hỏi ở nhóm khác không tính).',
      en: 'Complete the list, or lower the quota (people who are asked in another group do not count).',
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
  'sample/alike-people': kind<{ other: string; why: 'same-name' | 'marks' | 'typing' }>({
    severity: 'warning',
    text: {
      vi: (a) =>
        `có thể cùng một người với dòng ${a.other}: ${alikeVi[a.why]}. Vẫn tính là hai người.`,
      en: (a) =>
        `may be the same person as row ${a.other}: ${alikeEn[a.why]}. Counted as two people.`,
    },
    why: {
      vi: 'Trùng họ tên chưa đủ để coi là một người; nhưng nếu đúng là một thì người đó bị hỏi hai lần.',
      en: 'A name alone does not make two rows one person; but if they are, that person is asked twice.',
    },
    fix: {
      vi: 'Xem hai dòng cạnh nhau trong frame/alike.csv. Nếu là một người, ghi cùng một mã ở cả hai dòng hoặc xóa bớt một dòng; nếu là hai, ghi mã hoặc ngày sinh khác nhau.',
      en: 'Look at the two rows side by side in frame/alike.csv. If they are one person, give both the same code or delete one; if two, write different codes or dates of birth.',
    },
  }),
};

const alikeVi = {
  'same-name': 'trùng họ tên',
  marks: 'họ tên chỉ khác dấu',
  typing: 'họ tên gần giống, cùng số điện thoại, hộp thư hoặc ngày sinh',
};
const alikeEn = {
  'same-name': 'same name',
  marks: 'names that differ only in their marks',
  typing: 'names a slip apart, with telephone, address or date of birth in common',
};
