/** Findings of who is who on the lists of people. They name rows, never people. */
import { kind } from './finding.ts';

type Proof = 'citizen' | 'code' | 'email' | 'born';

const proofVi: Readonly<Record<Proof, string>> = {
  citizen: 'cùng số căn cước',
  code: 'cùng mã',
  email: 'cùng họ tên và địa chỉ thư điện tử',
  born: 'cùng họ tên, nơi và ngày sinh',
};
const proofEn: Readonly<Record<Proof, string>> = {
  citizen: 'same citizen number',
  code: 'same code',
  email: 'same name and e-mail address',
  born: 'same name, place and date of birth',
};

const markVi = { citizen: 'số căn cước', code: 'mã', email: 'địa chỉ thư điện tử' };
const markEn = { citizen: 'citizen number', code: 'code', email: 'e-mail address' };

const onceWhy = {
  vi: 'Một người chỉ trả lời một phiếu; đếm hai lần thì in thừa phiếu và ý kiến của người đó nặng gấp đôi.',
  en: 'One person fills one form; counted twice, a form too many is printed and that opinion weighs double.',
};

export const peopleFindings = {
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
  'sample/shared-mark': kind<{
    mark: keyof typeof markVi;
    by: 'name' | 'born';
    other: string;
  }>({
    severity: 'warning',
    text: {
      vi: (a) =>
        `${markVi[a.mark]} này cũng có ở dòng ${a.other} nhưng ${a.by === 'name' ? 'họ tên khác hẳn' : 'ngày sinh khác'}; vẫn tính là hai người.`,
      en: (a) =>
        `this ${markEn[a.mark]} also stands in row ${a.other} with ${a.by === 'name' ? 'quite another name' : 'another date of birth'}; they are still two people.`,
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
        `${w.int(a.count)} người trong danh sách này cũng có trong danh sách của nhóm ${w.quote(a.group)} (${w.quote(a.file)}), được ưu tiên hơn; họ chỉ được tính và rút ở nhóm đó.`,
      en: (a, w) =>
        `${w.int(a.count)} people of this list also stand on the list of ${w.quote(a.group)} (${w.quote(a.file)}), which goes before it; they count, and may be drawn, there only.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Không cần sửa; out/sample/elsewhere.csv ghi rõ từng dòng. Muốn hỏi ở mọi danh sách thì ghi “sample: { person: every-list }”.',
      en: 'Nothing to mend; out/sample/elsewhere.csv has each row. To ask them on every list write `sample: { person: every-list }`.',
    },
  }),
  'sample/priority-tie': kind<{ count: number; group: string; file: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.int(a.count)} người trong danh sách này cũng có ở nhóm ${w.quote(a.group)} (${w.quote(a.file)}) cùng mức ưu tiên; họ chỉ được tính và rút ở nhóm đó vì nhóm đứng trước trong phương án.`,
      en: (a, w) =>
        `${w.int(a.count)} people of this list are also in the group ${w.quote(a.group)} (${w.quote(a.file)}), which has the same priority; they count, and may be drawn, there only, because it comes first in the plan.`,
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
  'sample/census-lacks': kind<{ count: number; own: string; group: string; file: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.own)} hỏi tất cả mọi người, nhưng thiếu ${w.int(a.count)} người thuộc danh sách của nhóm ${w.quote(a.group)} (${w.quote(a.file)}); ai không được rút ở nhóm đó thì không được hỏi ở đâu cả.`,
      en: (a, w) =>
        `the group ${w.quote(a.own)} asks everybody, but lacks ${w.int(a.count)} people who belong to the list of ${w.quote(a.group)} (${w.quote(a.file)}); those who are not drawn there are asked nowhere.`,
    },
    why: {
      vi: 'Mỗi người chỉ thuộc một danh sách, định trước khi rút, để xác suất của từng người là đúng.',
      en: 'Everybody belongs to one list, settled before the draw, so that each chance is exact.',
    },
    fix: {
      vi: 'Nếu nhóm này phải hỏi đủ mọi người, cho nhóm số “priority” nhỏ hơn. Từng dòng ở out/sample/elsewhere.csv.',
      en: 'If this group must ask everybody, give it the lower `priority` number. The rows are in out/sample/elsewhere.csv.',
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
  'sample/alike-people': kind<{ other: string; why: keyof typeof alikeVi }>({
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
  order: 'họ tên cùng các chữ, khác thứ tự',
  typing: 'họ tên gần giống, cùng mã, số căn cước, số điện thoại, hộp thư hoặc ngày sinh',
};
const alikeEn = {
  'same-name': 'same name',
  marks: 'names that differ only in their marks',
  order: 'the same words of a name in another order',
  typing:
    'names a slip apart, with code, citizen number, telephone, address or date of birth in common',
};
