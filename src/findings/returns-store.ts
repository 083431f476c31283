/** Findings about the store: what it already holds, and whether it is whole. */
import { kind } from './finding.ts';
import { type Thing, things } from './returns-words.ts';

const brokenWhy = {
  vi: {
    'no-record': 'không có tệp batch.json',
    record: 'batch.json không đọc được',
    changed: 'tệp bên trong bị thiếu, chép dở, đã bị sửa hoặc có tệp dữ liệu được thêm vào',
    content: 'tệp dữ liệu bên trong không đọc được',
  },
  en: {
    'no-record': 'batch.json is not there',
    record: 'batch.json cannot be read',
    changed: 'a file in it is missing, cut short or was edited, or a data file was added',
    content: 'a data file in it cannot be read',
  },
} as const;

const onceWhy = {
  vi: 'Mỗi phiếu chỉ được đếm một lần; đếm trùng làm sai điểm của đơn vị.',
  en: 'A form is counted once; counting it twice makes the unit’s points wrong.',
};

export const returnsStoreFindings = {
  'returns/rehearsal-file': kind<{ folder: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.folder === ''
          ? 'đây là tệp diễn tập (số liệu mô phỏng), không nhập được vào cuộc điều tra thật.'
          : `đây là tệp diễn tập (số liệu mô phỏng), không nhập được vào cuộc điều tra thật; thư mục diễn tập của nó là ${w.quote(a.folder)}.`,
      en: (a, w) =>
        a.folder === ''
          ? 'this is a rehearsal file (simulated figures); it cannot join a real survey.'
          : `this is a rehearsal file (simulated figures); it cannot join a real survey. Its rehearsal folder is ${w.quote(a.folder)}.`,
    },
    why: {
      vi: 'Số liệu mô phỏng lẫn vào phiếu thật thì kết quả không còn giá trị.',
      en: 'Simulated figures among real returns would make the results worthless.',
    },
    fix: {
      vi: 'Thêm --plan và thư mục diễn tập (nơi có tệp rehearsal.json do survey simulate tạo ra).',
      en: 'Add --plan and the rehearsal folder (where rehearsal.json is, written by survey simulate).',
    },
  }),
  'returns/rehearsal-folder': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () =>
        'thư mục này chỉ để diễn tập (có tệp rehearsal.json), không nhận phiếu không ghi “Mô phỏng”.',
      en: () =>
        'this folder is for rehearsals (it holds rehearsal.json); files that are not marked simulated stay out.',
    },
    why: {
      vi: 'Phiếu thật nhập vào thư mục diễn tập sẽ không được tính, hoặc bị trộn với số liệu mô phỏng.',
      en: 'Real returns in a rehearsal would not count, or would be mixed with simulated ones.',
    },
    fix: {
      vi: 'Nhập tệp này vào thư mục khảo sát thật: survey import --plan THƯ_MỤC TỆP.',
      en: 'Import the file into the real survey folder: survey import --plan FOLDER FILE.',
    },
  }),
  'returns/rehearsal-mixed': kind<{ isSimulated: boolean; batch: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.isSimulated
          ? `tệp này là số liệu mô phỏng, nhưng kho đã có phiếu thật (${w.quote(a.batch)}).`
          : `kho đang chứa số liệu mô phỏng (${w.quote(a.batch)}), không nhận phiếu thật.`,
      en: (a, w) =>
        a.isSimulated
          ? `this file is a rehearsal, but the store holds real returns (${w.quote(a.batch)}).`
          : `the store holds a rehearsal (${w.quote(a.batch)}); real returns cannot join it.`,
    },
    why: {
      vi: 'Trộn số liệu diễn tập với phiếu thật thì không ai tách ra được nữa.',
      en: 'Once rehearsal and real data are mixed nobody can tell them apart.',
    },
    fix: {
      vi: 'Diễn tập trong một bản sao của thư mục khảo sát, hoặc rút các lần nhập mô phỏng bằng survey returns undo.',
      en: 'Rehearse in a copy of the survey folder, or take the rehearsal out with survey returns undo.',
    },
  }),
  'returns/already-imported': kind<{ batch: string; by: string; at: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tệp này đã được nhập rồi: ${w.quote(a.batch)} (${a.by}, ${w.moment(a.at)}).`,
      en: (a, w) =>
        `this file was imported before: ${w.quote(a.batch)} (${a.by}, ${w.moment(a.at)}).`,
    },
    why: onceWhy,
    fix: {
      vi: 'Không cần làm gì. Muốn nhập lại thì rút lần trước bằng survey returns undo.',
      en: 'Nothing to do. To import it again, first undo the earlier import with survey returns undo.',
    },
  }),
  'returns/broken-batch': kind<{ batch: string; why: keyof (typeof brokenWhy)['vi'] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `thư mục ${w.quote(a.batch)} không phải một lần nhập nguyên vẹn: ${brokenWhy.vi[a.why]}.`,
      en: (a, w) => `the folder ${w.quote(a.batch)} is not a whole import: ${brokenWhy.en[a.why]}.`,
    },
    why: {
      vi: 'Bỏ qua một phần phiếu mà không báo thì kết quả sai mà không ai biết.',
      en: 'To pass over a part of the returns without a word would make the results wrong unseen.',
    },
    fix: {
      vi: 'Chép lại cả thư mục từ máy gốc; nếu không phải lần nhập thì chuyển nó ra khỏi returns/.',
      en: 'Copy the whole folder again from where it came; if it is no import, move it out of returns/.',
    },
  }),
  'returns/loose-file': kind<{ name: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tệp ${w.quote(a.name)} nằm trong returns/ nhưng chưa được nhập, nên không được tính.`,
      en: (a, w) =>
        `the file ${w.quote(a.name)} lies in returns/ but was not imported; it does not count.`,
    },
    why: {
      vi: 'Chép tệp vào returns/ không phải là nhập: chưa có dòng nào được kiểm tra.',
      en: 'Copying a file into returns/ does not import it: none of its rows was checked.',
    },
    fix: {
      vi: 'Chuyển tệp ra chỗ khác rồi nhập bằng survey import TỆP.',
      en: 'Move the file elsewhere and import it with survey import FILE.',
    },
  }),
  'returns/unknown-batch': kind<{ id: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có lần nhập ${w.quote(a.id)}.`,
      en: (a, w) => `there is no import ${w.quote(a.id)}.`,
    },
    why: {
      vi: 'Mã lần nhập là tên thư mục trong returns/.',
      en: 'The id of an import is the name of its folder under returns/.',
    },
    fix: {
      vi: 'Xem các mã bằng survey returns list.',
      en: 'See the ids with survey returns list.',
    },
  }),
  'returns/why-missing': kind<{ id: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `chưa ghi lý do rút lần nhập ${w.quote(a.id)}.`,
      en: (a, w) => `no reason is given for undoing ${w.quote(a.id)}.`,
    },
    why: {
      vi: 'Hội đồng phải biết vì sao một lần nhập bị rút ra.',
      en: 'The council must be able to see why an import was taken out.',
    },
    fix: { vi: 'Thêm --why "lý do".', en: 'Add --why "the reason".' },
  }),
  'returns/in-two-batches': kind<{ serial: string; unit: string; batches: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)} (đơn vị ${w.quote(a.unit)}) nằm trong nhiều lần nhập: ${w.list(a.batches)}.`,
      en: (a, w) =>
        `the sheet ${w.quote(a.serial)} (unit ${w.quote(a.unit)}) is in several imports: ${w.list(a.batches)}.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Rút một trong các lần nhập bằng survey returns undo, bỏ dòng trùng khỏi tệp rồi nhập lại.',
      en: 'Undo one of the imports with survey returns undo, drop the repeated rows and import it again.',
    },
  }),
  'returns/counted-twice': kind<{ group: string; unit: string; batches: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu của nhóm ${w.quote(a.group)} về đơn vị ${w.quote(a.unit)} được đếm nhiều lần: ${w.list(a.batches)}.`,
      en: (a, w) =>
        `forms of group ${w.quote(a.group)} about unit ${w.quote(a.unit)} are counted more than once: ${w.list(a.batches)}.`,
    },
    why: {
      vi: 'Phiếu đã kiểm đếm thì không nhập từng phiếu nữa, và ngược lại; nếu không sẽ đếm trùng.',
      en: 'Forms that are tallied are not keyed one by one as well, or they count twice.',
    },
    fix: {
      vi: 'Giữ một trong các lần nhập, rút các lần còn lại bằng survey returns undo.',
      en: 'Keep one of the imports and undo the others with survey returns undo.',
    },
  }),
  'returns/same-source': kind<{ source: string; batches: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cùng một tệp (${w.quote(a.source)}) nằm trong nhiều lần nhập: ${w.list(a.batches)}.`,
      en: (a, w) =>
        `the same file (${w.quote(a.source)}) is in several imports: ${w.list(a.batches)}.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Rút các lần nhập thừa bằng survey returns undo.',
      en: 'Undo the extra imports with survey returns undo.',
    },
  }),
  'returns/not-in-plan': kind<{ batch: string; thing: Thing | 'option'; name: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `lần nhập ${w.quote(a.batch)} có ${a.thing === 'option' ? 'phương án' : things.vi[a.thing]} ${w.quote(a.name)}, nay không còn trong phương án điều tra.`,
      en: (a, w) =>
        `the import ${w.quote(a.batch)} speaks of the ${a.thing === 'option' ? 'option' : things.en[a.thing]} ${w.quote(a.name)}, which the plan no longer has.`,
    },
    why: {
      vi: 'Phương án đã đổi sau khi nhập; phần phiếu này không biết tính vào đâu.',
      en: 'The plan was changed after the import, and these forms have no place in it.',
    },
    fix: {
      vi: 'Trả lại mã cũ trong plan.yaml, hoặc rút lần nhập rồi nhập lại theo phương án mới.',
      en: 'Put the old id back in plan.yaml, or undo the import and import again under the new plan.',
    },
  }),
  'returns/other-forms': kind<{ batches: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `mẫu phiếu, thang trả lời hoặc cách đọc phiếu (returns) trong phương án đã đổi sau khi nhập: ${w.list(a.batches)}.`,
      en: (a, w) =>
        `the forms, the scales or the reading of returns in the plan were changed after these imports: ${w.list(a.batches)}.`,
    },
    why: {
      vi: 'Câu trả lời được lưu bằng mã; mã đổi nghĩa thì phiếu cũ bị hiểu theo nghĩa mới. Phiếu không hợp lệ được xét khi nhập, theo quy tắc lúc đó.',
      en: 'Answers are kept as codes; a code that means something else now changes what old forms say. Void forms are told at the import, by the rules of that time.',
    },
    fix: {
      vi: 'So mẫu phiếu và thang trong plan.yaml với phiếu đã in. Nếu mã đổi nghĩa: trả lại như cũ, hoặc rút các lần nhập này (survey returns undo) rồi nhập lại. Đổi quy tắc phiếu không hợp lệ cũng vậy: phiếu đã nhập chỉ được xét theo quy tắc mới sau khi rút rồi nhập lại.',
      en: 'Compare forms and scales in plan.yaml with the printed forms. If codes changed their meaning: put them back, or undo these imports (survey returns undo) and import again. So too where the void rules changed: forms already imported are judged by the new rules only then.',
    },
  }),
  'returns/unit-of-other-name': kind<{
    id: string;
    before: string;
    now: string;
    other: string;
    batches: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mã ${w.quote(a.id)} lúc nhập phiếu là ${w.quote(a.before)}, nay trong plan.yaml là ${w.quote(a.now)}; còn ${w.quote(a.before)} nay mang mã ${w.quote(a.other)} (lần nhập: ${w.list(a.batches)}).`,
      en: (a, w) =>
        `the id ${w.quote(a.id)} was ${w.quote(a.before)} when the forms were imported and is ${w.quote(a.now)} in plan.yaml now, while ${w.quote(a.before)} now has the id ${w.quote(a.other)} (imports: ${w.list(a.batches)}).`,
    },
    why: {
      vi: 'Phiếu đã nhập đi theo mã đơn vị, còn điểm trong points/ đi theo tên: phiếu của đơn vị này sẽ được tính cho đơn vị kia.',
      en: 'Imported forms go by the id of a unit and the tables in points/ by its name: the answers about one unit would be counted for the other.',
    },
    fix: {
      vi: 'Trả mỗi tên về đúng mã cũ trong plan.yaml. Nếu lúc nhập mã bị gán nhầm: rút các lần nhập này (survey returns undo) rồi nhập lại.',
      en: 'Give each name its former id again in plan.yaml. If the ids were wrong at the time of the import: undo these imports (survey returns undo) and import again.',
    },
  }),
  'returns/unit-renamed': kind<{
    id: string;
    before: string;
    now: string;
    batches: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `mã ${w.quote(a.id)} lúc nhập phiếu là ${w.quote(a.before)}, nay trong plan.yaml là ${w.quote(a.now)} (lần nhập: ${w.list(a.batches)}).`,
      en: (a, w) =>
        `the id ${w.quote(a.id)} was ${w.quote(a.before)} when the forms were imported and is ${w.quote(a.now)} in plan.yaml now (imports: ${w.list(a.batches)}).`,
    },
    why: {
      vi: 'Phiếu đã nhập đi theo mã: phiếu về đơn vị có tên cũ được tính cho đơn vị có tên mới.',
      en: 'Imported forms go by the id: the answers about the unit of the old name count for the one of the new name.',
    },
    fix: {
      vi: 'Nếu chỉ là đổi hoặc sửa tên của cùng một đơn vị thì không phải làm gì. Nếu là đơn vị khác: đặt mã mới cho đơn vị mới, giữ mã và tên cũ.',
      en: 'Where the same unit was only renamed or its spelling mended, nothing needs doing. Where it is another unit: give that one an id of its own and keep the old id and name.',
    },
  }),
  'returns/rehearsal-and-real': kind<{ simulated: readonly string[]; real: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `kho có cả số liệu mô phỏng (${w.list(a.simulated)}) lẫn phiếu thật (${w.list(a.real)}).`,
      en: (a, w) =>
        `the store holds both a rehearsal (${w.list(a.simulated)}) and real returns (${w.list(a.real)}).`,
    },
    why: {
      vi: 'Kết quả tính từ số liệu trộn lẫn là kết quả giả.',
      en: 'Results computed from a mixture are not real results.',
    },
    fix: {
      vi: 'Rút các lần nhập mô phỏng bằng survey returns undo.',
      en: 'Take the rehearsal imports out with survey returns undo.',
    },
  }),
};
