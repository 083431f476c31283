/** Findings of draws, and of draws made again. */
import { kind, type Words } from './finding.ts';

const recordWhy = {
  vi: 'Mẫu đã rút là căn cứ của cả cuộc khảo sát; đổi mẫu mà không ai biết thì kết quả không bảo vệ được.',
  en: 'The drawn sample is what the whole survey rests on; one that changes silently cannot be defended.',
};

export const drawFindings = {
  'sample/size-unknown': kind<{ group: string; targets: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: chưa xác định được số phiếu của ${w.int(a.targets.length)} nơi (${w.list(a.targets, 5)}) nên chưa rút ở đó.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the quota of ${w.int(a.targets.length)} targets (${w.list(a.targets, 5)}) is not known, so nobody is drawn there.`,
    },
    why: {
      vi: 'Phải biết rút bao nhiêu người trước khi rút; rút thêm sau sẽ đổi xác suất.',
      en: 'How many are drawn must be known first; drawing more later changes the chances.',
    },
    fix: {
      vi: 'Bổ sung số liệu còn thiếu (xem `survey quota`) rồi chạy lại.',
      en: 'Supply what is missing (see `survey quota`) and run again.',
    },
  }),
  'sample/no-seed': kind<Record<string, never>>({
    severity: 'error',
    text: {
      vi: () => 'phương án chưa ghi hạt giống (sample.seed) nên chưa rút được.',
      en: () => 'the plan has no seed (sample.seed), so nothing can be drawn.',
    },
    why: {
      vi: 'Từ hạt giống công khai, ai cũng rút lại được đúng những người đó; không có nó thì không ai kiểm tra được.',
      en: 'From a public seed anyone can draw the same people again; without one nobody can check.',
    },
    fix: {
      vi: 'Ghi “sample: { seed: "…", seed_source: … }”, tốt nhất là một con số được công bố sau ngày ký phương án (ví dụ giải đặc biệt xổ số của một ngày định trước).',
      en: 'Write `sample: { seed: "…", seed_source: … }`; best a number that is published after the plan is signed (such as the lottery of a day named before).',
    },
  }),
  'sample/nothing-to-draw': kind<Record<string, never>>({
    severity: 'warning',
    text: {
      vi: () => 'không có nhóm nào có danh sách người để rút.',
      en: () => 'no group has a list of people to draw from.',
    },
    why: {
      vi: 'Chỉ rút người cho nhóm có “roster” và danh sách đã có trong thư mục frame.',
      en: 'People are drawn for groups with `roster` whose list is in the folder frame.',
    },
    fix: {
      vi: 'Thêm “roster: frame/….csv” vào nhóm và chép danh sách vào đó.',
      en: 'Add `roster: frame/….csv` to the group and put the list there.',
    },
  }),
  'sample/stratum-not-drawn': kind<{
    group: string;
    target: string;
    strata: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: ${w.int(a.strata.length)} tầng nhỏ không có ai được rút (${w.list(a.strata, 5)}).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: nobody is drawn in ${w.int(a.strata.length)} small strata (${w.list(a.strata, 5)}).`,
    },
    why: {
      vi: 'Chia theo tỷ lệ thì tầng quá nhỏ được 0 người; người trong tầng đó không có cơ hội được hỏi.',
      en: 'A proportional share of a very small stratum is 0; its people have no chance of being asked.',
    },
    fix: {
      vi: 'Gộp các tầng nhỏ trong danh sách, hoặc tăng số phiếu.',
      en: 'Merge small strata in the list, or raise the quota.',
    },
  }),
  'sample/drawn-before': kind<{
    path: string;
    people: number;
    places: number;
    files: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `đã có một lần rút khác ở ${w.quote(a.path)}: lần này ${differencesVi(a, w)}. Chưa ghi gì.`,
      en: (a, w) =>
        `there is another draw in ${w.quote(a.path)}: this one ${differencesEn(a, w)}. Nothing was written.`,
    },
    why: recordWhy,
    fix: {
      vi: 'Chạy `survey sample verify` để xem khác ở đâu. Nếu phải rút lại, ghi lý do: `survey sample draw --redraw "lý do"`; lần rút cũ được giữ lại.',
      en: 'Run `survey sample verify` to see where they differ. If it must be drawn anew, say why: `survey sample draw --redraw "reason"`; the earlier draw is kept.',
    },
  }),
  'sample/record-missing': kind<{ path: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `chưa có biên bản rút mẫu ${w.quote(a.path)}.`,
      en: (a, w) => `there is no draw record ${w.quote(a.path)}.`,
    },
    why: {
      vi: 'Biên bản này ghi hạt giống, danh sách gốc và những người đã rút.',
      en: 'The record holds the seed, the lists and who was drawn.',
    },
    fix: {
      vi: 'Chạy `survey sample draw` trước, hoặc ghi đường dẫn đến tệp draw.json.',
      en: 'Run `survey sample draw` first, or give the path of draw.json.',
    },
  }),
  'sample/record-unreadable': kind<{ path: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không đọc được biên bản rút mẫu ${w.quote(a.path)}.`,
      en: (a, w) => `the draw record ${w.quote(a.path)} cannot be read.`,
    },
    why: {
      vi: 'Tệp không phải draw.json của chương trình này, hoặc đã bị sửa tay, cắt dở.',
      en: 'The file is not a draw.json of this tool, or was edited or cut off.',
    },
    fix: {
      vi: 'Lấy lại bản gốc của draw.json; đừng rút lại khi chưa biết vì sao tệp hỏng.',
      en: 'Get the original draw.json back; do not draw anew before you know what happened to it.',
    },
  }),
  'sample/verify-seed': kind<{ recorded: string; now: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `hạt giống trong biên bản là ${w.quote(a.recorded)}, trong phương án là ${w.quote(a.now)}.`,
      en: (a, w) =>
        `the seed is ${w.quote(a.recorded)} in the record and ${w.quote(a.now)} in the plan.`,
    },
    why: recordWhy,
    fix: {
      vi: 'Đưa hạt giống trong phương án về như biên bản, hoặc rút lại có lý do (`--redraw`).',
      en: 'Put the recorded seed back into the plan, or draw anew with a reason (`--redraw`).',
    },
  }),
  'sample/verify-frame': kind<{ file: string; state: 'changed' | 'missing' | 'added' }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tệp ${w.quote(a.file)} ${frameVi[a.state]}.`,
      en: (a, w) => `the file ${w.quote(a.file)} ${frameEn[a.state]}.`,
    },
    why: {
      vi: 'Mẫu rút từ danh sách nào thì phải kiểm tra trên đúng danh sách đó, đến từng ký tự.',
      en: 'A draw can only be checked on the very list it was made from, to the letter.',
    },
    fix: {
      vi: 'Lấy lại đúng tệp lúc rút. Nếu danh sách phải sửa, rút lại có lý do (`--redraw`).',
      en: 'Get the file back as it was. If the list had to be mended, draw anew with a reason (`--redraw`).',
    },
  }),
  'sample/verify-algorithm': kind<{ recorded: string; now: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `biên bản rút bằng thuật toán ${w.quote(a.recorded)}, chương trình này dùng ${w.quote(a.now)}.`,
      en: (a, w) =>
        `the record was drawn by the algorithm ${w.quote(a.recorded)}, this tool has ${w.quote(a.now)}.`,
    },
    why: {
      vi: 'Hai thuật toán cho hai mẫu khác nhau từ cùng một hạt giống; khác nhau không có nghĩa là sai.',
      en: 'Two algorithms draw different people from one seed; a difference is then no proof of anything.',
    },
    fix: {
      vi: 'Kiểm tra bằng phiên bản chương trình ghi trong biên bản.',
      en: 'Verify with the version of the tool that the record names.',
    },
  }),
  'sample/verify-plan': kind<{ same: boolean }>({
    severity: 'warning',
    text: {
      vi: (a) => `phương án đã thay đổi sau khi rút${a.same ? '; người được rút vẫn như cũ' : ''}.`,
      en: (a) =>
        `the plan has changed since the draw${a.same ? '; the people drawn are the same' : ''}.`,
    },
    why: {
      vi: 'Biên bản thuộc về phương án lúc rút; thay đổi về số phiếu, danh sách, cách rút sẽ làm đổi mẫu.',
      en: 'The record belongs to the plan as it was; other quotas, lists or methods give another sample.',
    },
    fix: {
      vi: 'Nếu người được rút vẫn như cũ thì không cần sửa; nếu khác, đưa phương án về như lúc rút hoặc rút lại có lý do (`--redraw`).',
      en: 'If the people are the same there is nothing to mend; if not, restore the plan or draw anew with a reason (`--redraw`).',
    },
  }),
  'sample/verify-people': kind<{
    group: string;
    target: string;
    gone: readonly number[];
    added: readonly number[];
    moved: readonly number[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: rút lại ra kết quả khác (${rowsVi(a, w.list)}).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: drawing again does not give the same (${rowsEn(a, w.list)}).`,
    },
    why: recordWhy,
    fix: {
      vi: 'Nếu ở trên có báo hạt giống, danh sách hoặc phương án đã đổi thì đó là nguyên nhân; nếu không, biên bản đã bị sửa.',
      en: 'If a change of seed, list or plan is reported as well, that is the cause; if not, the record was edited.',
    },
  }),
  'sample/verify-places': kind<{
    group: string;
    gone: readonly string[];
    added: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: rút lại ra địa bàn khác (trong biên bản: ${w.list(a.gone)}; rút lại: ${w.list(a.added)}).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: drawing again gives other places (recorded: ${w.list(a.gone)}; again: ${w.list(a.added)}).`,
    },
    why: recordWhy,
    fix: {
      vi: 'Nếu ở trên có báo hạt giống, danh sách hoặc phương án đã đổi thì đó là nguyên nhân; nếu không, biên bản đã bị sửa.',
      en: 'If a change of seed, list or plan is reported as well, that is the cause; if not, the record was edited.',
    },
  }),
};

const frameVi = {
  changed: 'đã thay đổi sau khi rút',
  missing: 'có trong biên bản nhưng nay không còn',
  added: 'không có trong biên bản',
};
const frameEn = {
  changed: 'has changed since the draw',
  missing: 'is in the record but no longer there',
  added: 'is not in the record',
};

type List = Words['list'];

interface Differences {
  readonly people: number;
  readonly places: number;
  readonly files: readonly string[];
}

function differencesVi({ people, places, files }: Differences, { int, list }: Words): string {
  const said = [
    ...(files.length > 0 ? [`danh sách gốc đã thay đổi (${list(files)})`] : []),
    ...(places > 0 ? [`${int(places)} địa bàn khác`] : []),
    ...(people > 0 ? [`${int(people)} dòng người khác`] : []),
  ];
  return said.length === 0 ? 'dùng hạt giống khác' : said.join(', ');
}

function differencesEn({ people, places, files }: Differences, { int, list }: Words): string {
  const said = [
    ...(files.length > 0 ? [`is made from other lists (${list(files)})`] : []),
    ...(places > 0 ? [`differs in ${int(places)} places`] : []),
    ...(people > 0 ? [`differs in ${int(people)} rows of people`] : []),
  ];
  return said.length === 0 ? 'has another seed' : said.join(', ');
}

interface Rows {
  readonly gone: readonly number[];
  readonly added: readonly number[];
  readonly moved: readonly number[];
}

function rowsVi({ gone, added, moved }: Rows, list: List): string {
  const rows = (numbers: readonly number[]): string => list(numbers.map(String), 12) || '–';
  const said = [
    ...(gone.length + added.length === 0
      ? []
      : [`chỉ trong biên bản: dòng ${rows(gone)}; chỉ khi rút lại: dòng ${rows(added)}`]),
    ...(moved.length === 0 ? [] : [`chính thức và dự phòng đổi cho nhau: dòng ${rows(moved)}`]),
  ];
  return said.length === 0 ? 'cùng các dòng, khác thứ tự hoặc xác suất' : said.join('; ');
}

function rowsEn({ gone, added, moved }: Rows, list: List): string {
  const rows = (numbers: readonly number[]): string => list(numbers.map(String), 12) || '–';
  const said = [
    ...(gone.length + added.length === 0
      ? []
      : [`only in the record: rows ${rows(gone)}; only now: rows ${rows(added)}`]),
    ...(moved.length === 0 ? [] : [`drawn and reserve changed places: rows ${rows(moved)}`]),
  ];
  return said.length === 0 ? 'same rows, other order or chance' : said.join('; ');
}
