/** Findings of the comparison with an earlier survey. */
import { kind, type Words } from './finding.ts';

const tableWhy = {
  vi: 'Kết quả kỳ trước chỉ được dùng khi mọi số liệu đọc được chắc chắn; bỏ qua một ô là có đơn vị bị so sai mà không ai biết.',
  en: 'Earlier results are used only when every figure can be read for sure; one passed over would compare a unit wrongly, unseen.',
};

const compareWhy = {
  vi: 'Chỉ so những gì cùng nghĩa; phần không so được thì để trống, không đoán.',
  en: 'Only what means the same is compared; the rest stays blank, nothing is guessed.',
};

/** `700`, or a percentage as it stood there. */
function number(text: string, { decimal }: Words): string {
  return text.endsWith('%') ? `${decimal(text.slice(0, -1))} %` : decimal(text);
}

const columns = {
  vi: 'Dùng các cột “Đơn vị”, “Tiêu chí” (để trống hoặc ghi “tổng” ở dòng cả bộ chỉ số), “Điểm”, “Điểm tối đa”, “Tỷ lệ %”, “Hạng”, “Khối”.',
  en: 'Use the columns unit, criterion (blank or “total” for the whole index), points, max, percent, rank, block.',
};

export const changeFindings = {
  'changes/no-file': kind<{ path: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có tệp kết quả kỳ trước ${w.quote(a.path)}.`,
      en: (a, w) => `there is no file of earlier results ${w.quote(a.path)}.`,
    },
    why: {
      vi: 'Phương án yêu cầu so với kỳ trước (“previous”) nhưng không có số liệu để so.',
      en: 'The plan wants a comparison (`previous`), but there is nothing to compare with.',
    },
    fix: {
      vi: 'Chép tệp out/scores.json của kỳ trước, hoặc bảng kết quả đã công bố, vào thư mục frame; nếu không so thì bỏ mục “previous” trong phương án.',
      en: 'Copy out/scores.json of the earlier survey, or the published table, into the folder frame; or take `previous` out of the plan.',
    },
  }),
  'changes/not-scores': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'tệp này không phải là scores.json do survey score ghi ra.',
      en: () => 'this file is no scores.json as survey score writes it.',
    },
    why: tableWhy,
    fix: {
      vi: 'Chép lại tệp out/scores.json của kỳ trước (không phải report.json hay quotas.json); hoặc dùng một bảng CSV, XLSX.',
      en: 'Copy out/scores.json of the earlier survey again (not report.json or quotas.json); or use a CSV or XLSX table.',
    },
  }),
  'changes/no-column': kind<{
    missing: 'unit' | 'points';
    headings: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `bảng kết quả kỳ trước không có cột ${a.missing === 'unit' ? '“Đơn vị”' : '“Điểm” hay “Tỷ lệ %”'} (đang có: ${w.list(a.headings)}).`,
      en: (a, w) =>
        `the table of earlier results has no column for ${a.missing === 'unit' ? 'the unit' : 'points or percent'} (there are: ${w.list(a.headings)}).`,
    },
    why: tableWhy,
    fix: columns,
  }),
  'changes/same-column': kind<{ first: string; second: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `hai cột ${w.quote(a.first)} và ${w.quote(a.second)} cùng một nghĩa, chưa rõ lấy cột nào.`,
      en: (a, w) =>
        `the columns ${w.quote(a.first)} and ${w.quote(a.second)} mean the same; which one counts?`,
    },
    why: tableWhy,
    fix: {
      vi: 'Giữ lại một cột, đổi tên hoặc xóa cột kia.',
      en: 'Keep one of them; rename or remove the other.',
    },
  }),
  'changes/blank-unit': kind<{ column: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `dòng có số liệu nhưng ô ${w.quote(a.column)} để trống.`,
      en: (a, w) => `the row holds figures but its ${w.quote(a.column)} is blank.`,
    },
    why: tableWhy,
    fix: {
      vi: 'Ghi tên đơn vị ở từng dòng; ô đã gộp (merge) chỉ có giá trị ở dòng đầu.',
      en: 'Write the unit on every row; merged cells hold their value in the first row only.',
    },
  }),
  'changes/not-a-number': kind<{ text: string; rank: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)} không phải là ${a.rank ? 'thứ hạng' : 'một con số'}.`,
      en: (a, w) => `${w.quote(a.text)} is no ${a.rank ? 'rank' : 'number'}.`,
    },
    why: tableWhy,
    fix: {
      vi: 'Ghi lại con số (thứ hạng ghi 1, 2, 3, không ghi I, II, III); không có số liệu, không xếp hạng thì để trống hoặc ghi “–”. Cột ghi Tốt, Khá là xếp loại: đặt tên cột là “Xếp loại”.',
      en: 'Write the number again (ranks as 1, 2, 3, not I, II, III); leave the cell blank, or write “–”, where there is none. A column of classes (Tốt, Khá) must not be headed as one of ranks.',
    },
  }),
  'changes/outside': kind<{ unit: string; whole: boolean; text: string; max: string | null }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.unit)}: ${number(a.text, w)}${a.max === null ? '' : ` trên điểm tối đa ${w.decimal(a.max)}`} không thể là kết quả của ${a.whole ? 'cả bộ chỉ số' : 'một tiêu chí'}.`,
      en: (a, w) =>
        `${w.quote(a.unit)}: ${number(a.text, w)}${a.max === null ? '' : ` of a maximum of ${a.max}`} cannot be the result of ${a.whole ? 'the whole index' : 'a criterion'}.`,
    },
    why: tableWhy,
    fix: {
      vi: 'Đối chiếu với văn bản công bố rồi sửa điểm, điểm tối đa hoặc tỷ lệ. Tổng điểm có điểm thưởng được vượt 100 % nhưng không quá 150 %; tiêu chí thì không vượt điểm tối đa; không có số âm.',
      en: 'Check the published paper and mend points, maximum or percentage. With bonus points a total may pass 100 %, never 150 %; a criterion never passes its maximum; nothing is below 0.',
    },
  }),
  'changes/shares': kind<{ most: string; percent: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột tỷ lệ chỉ có số từ 1 trở xuống (lớn nhất ${w.decimal(a.most)}): ${w.decimal(a.percent)} % hay ${w.decimal(a.most)} %?`,
      en: (a) =>
        `the column of percentages holds nothing above 1 (at most ${a.most}): is that ${a.percent} % or ${a.most} %?`,
    },
    why: {
      vi: 'Ô Excel hiện 89,49% giữ số 0,8949; so 0,8949 % với kỳ này thì đơn vị nào cũng “tăng” gần 89 điểm phần trăm.',
      en: 'A cell that Excel shows as 89.49% holds 0.8949; against 0.8949 % every unit would have gained some 89 points.',
    },
    fix: {
      vi: 'Ghi 89,49 (nhân cột này với 100).',
      en: 'Write 89.49 (multiply the column by 100).',
    },
  }),
  'changes/rank-beyond': kind<{ unit: string; rank: number; of: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.unit)} xếp hạng ${w.int(a.rank)}, nhưng danh sách chỉ có ${w.int(a.of)} đơn vị được xếp hạng.`,
      en: (a, w) =>
        `${w.quote(a.unit)} ranks ${w.int(a.rank)}, but its list has ${w.int(a.of)} ranked ${a.of === 1 ? 'unit' : 'units'}.`,
    },
    why: tableWhy,
    fix: {
      vi: 'Sửa thứ hạng. Bảng chỉ trích một phần danh sách thì chép đủ các đơn vị đã xếp hạng, hoặc bỏ cột “Hạng” để chỉ so điểm.',
      en: 'Mend the rank. If the table is an extract, copy all units that were ranked, or take the column rank out to compare points alone.',
    },
  }),
  'changes/rank-repeated': kind<{ rank: number; units: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `hạng ${w.int(a.rank)} có ở ${w.list(a.units)} nhưng kết quả khác nhau; không so thứ hạng của danh sách này.`,
      en: (a, w) =>
        `rank ${w.int(a.rank)} stands at ${w.list(a.units)} with different results; the ranks of this list are not compared.`,
    },
    why: {
      vi: 'Có lẽ đó là nhiều danh sách xếp hạng ghép lại: hạng 6 của 12 đơn vị không so được với hạng 1 của 7 đơn vị.',
      en: 'These are likely several ranked lists in one: rank 6 of 12 is not to be set beside rank 1 of 7.',
    },
    fix: {
      vi: 'Thêm cột “Khối” ghi danh sách của từng đơn vị; nếu chỉ ghi nhầm thì sửa thứ hạng.',
      en: 'Add a column block that says which list each unit was ranked in, or mend the rank if it is a slip.',
    },
  }),
  'changes/blank-block': kind<{ unit: string; blocks: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.unit)} có ở nhiều khối (${w.list(a.blocks)}), nhưng dòng này không ghi khối.`,
      en: (a, w) =>
        `${w.quote(a.unit)} stands in several blocks (${w.list(a.blocks)}), but this row names none.`,
    },
    why: tableWhy,
    fix: {
      vi: 'Ghi khối ở mọi dòng của các đơn vị trùng tên.',
      en: 'Write the block on every row of units that share a name.',
    },
  }),
  'changes/no-maximum': kind<{ whole: boolean; codes: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `kết quả kỳ trước không ghi điểm tối đa${a.codes.length === 0 ? '' : ` của ${a.whole ? 'cả bộ chỉ số và ' : ''}tiêu chí ${w.list(a.codes, 12)}`}, cũng không có tỷ lệ %; không so điểm.`,
      en: (a, w) =>
        `the earlier results name no maximum${a.codes.length === 0 ? '' : ` of ${a.whole ? 'the whole index and of ' : ''}${a.codes.length === 1 ? 'criterion' : 'criteria'} ${w.list(a.codes, 12)}`} and no percentage; points are not compared.`,
    },
    why: {
      vi: 'Thang điểm hai kỳ có thể khác: 62,62 trên 70 là 89,45 %, cao hơn 77,38 trên 100.',
      en: 'The two may be out of different maxima: 62.62 of 70 is 89.45 %, more than 77.38 of 100.',
    },
    fix: {
      vi: 'Thêm cột “Điểm tối đa” (hoặc ghi ngay trong tên cột: “Tổng điểm (100)”, “1 (5)”), hay cột “Tỷ lệ %”.',
      en: 'Add a column max (or write it into the heading: “points (100)”, “1 (5)”), or a column percent.',
    },
  }),
  'changes/own-scores': kind<{ survey: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tệp kỳ trước là kết quả của chính cuộc điều tra này (mã ${w.quote(a.survey)}, mọi số liệu đều bằng nhau).`,
      en: (a, w) =>
        `the earlier results are those of this very survey (code ${w.quote(a.survey)}, every figure is the same).`,
    },
    why: {
      vi: 'So kỳ này với chính nó thì đơn vị nào cũng “không đổi”.',
      en: 'Set beside itself, every unit is “unchanged”.',
    },
    fix: {
      vi: 'Chép scores.json từ thư mục out của cuộc điều tra kỳ trước; chưa có thì bỏ mục “previous”.',
      en: 'Copy scores.json from the folder out of the earlier survey; without one take `previous` out.',
    },
  }),
  'changes/same-survey': kind<{ survey: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `kết quả kỳ trước mang cùng mã điều tra ${w.quote(a.survey)} với kỳ này: có phải một bản cũ của chính kỳ này?`,
      en: (a, w) =>
        `the earlier results bear the code of this survey, ${w.quote(a.survey)}: are they an older run of it?`,
    },
    why: {
      vi: 'scores.json ghi lúc phiếu chưa về đủ không phải là kết quả kỳ trước.',
      en: 'A scores.json written before all forms were in is no earlier survey.',
    },
    fix: {
      vi: 'Kiểm tra tệp được lấy từ thư mục kỳ nào. Nếu đúng là kỳ trước thì lần sau đặt mã riêng cho từng kỳ (survey: …-2026, …-2027).',
      en: 'Check which folder the file is from. If it is the earlier survey after all, give each year a code of its own next time (survey: …-2026, …-2027).',
    },
  }),
  'changes/same-figures': kind<{ units: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `cả ${w.int(a.units)} đơn vị có kết quả kỳ trước đúng bằng kỳ này: có lẽ đã chép nhầm kết quả kỳ này.`,
      en: (a, w) =>
        `all ${w.int(a.units)} units have exactly the results they have now: were today's copied by mistake?`,
    },
    why: {
      vi: 'Không có hai kỳ nào cho kết quả giống hệt nhau ở mọi đơn vị.',
      en: 'No two surveys give every unit the same result.',
    },
    fix: {
      vi: 'Kiểm tra tệp ghi ở “previous” là của kỳ nào rồi chép lại.',
      en: 'Check which year the file under `previous` is of, and copy the right one.',
    },
  }),
  'changes/no-common-unit': kind<{ now: readonly string[]; before: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `không đơn vị nào của kỳ này (${w.list(a.now, 3)}) có trong kết quả kỳ trước (${w.list(a.before, 3)}): có lẽ nhầm tệp; chưa so sánh.`,
      en: (a, w) =>
        `not one unit of today (${w.list(a.now, 3)}) is in the earlier results (${w.list(a.before, 3)}): likely the wrong file; nothing is compared.`,
    },
    why: compareWhy,
    fix: {
      vi: 'Kiểm tra tệp ghi ở “previous”. Nếu đúng tệp mà các đơn vị đều đổi tên hoặc sáp nhập thì ghi tên cũ vào “was” của từng đơn vị.',
      en: 'Check the file under `previous`. If it is the right one and all units were renamed or merged, write their former names into `was`.',
    },
  }),
  'changes/ambiguous-number': kind<{ text: string; whole: string; decimal: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.text)} có thể là số nguyên ${a.whole}, cũng có thể là số thập phân ${w.decimal(a.decimal)}.`,
      en: (a, w) => `${w.quote(a.text)} may be the whole number ${a.whole} or ${a.decimal}.`,
    },
    why: {
      vi: 'Một dấu chấm hoặc phẩy trước đúng ba chữ số có thể là dấu nghìn hoặc dấu thập phân.',
      en: 'A point or comma before exactly three digits may mark thousands or decimals.',
    },
    fix: {
      vi: 'Khai dấu thập phân: “decimal: comma” hoặc “decimal: point” trong mục “index” của plan.yaml; hoặc sửa số trong bảng.',
      en: 'Declare the mark with `decimal: comma` or `decimal: point` under `index` in plan.yaml, or mend the number.',
    },
  }),
  'changes/percent-differs': kind<{ percent: string; worked: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tỷ lệ ghi là ${w.quote(a.percent)} nhưng điểm ÷ điểm tối đa là ${w.decimal(a.worked)} %.`,
      en: (a, w) =>
        `the percentage says ${w.quote(a.percent)}, but points ÷ maximum is ${a.worked} %.`,
    },
    why: {
      vi: 'Bảng đã công bố có thể sai số in; so sánh theo tỷ lệ dùng con số đã ghi.',
      en: 'Published tables hold slips; percentages are compared by the one that is written.',
    },
    fix: {
      vi: 'Đối chiếu với văn bản công bố rồi sửa điểm, điểm tối đa hoặc tỷ lệ. Cột tỷ lệ phải ghi 92,35, không ghi 0,9235.',
      en: 'Check the published paper and mend points, maximum or percentage. Write 92.35, not 0.9235.',
    },
  }),
  'changes/repeated': kind<{ unit: string; criterion: string | null; row: number | null }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${a.criterion === null ? 'kết quả' : `điểm tiêu chí ${w.quote(a.criterion)}`} của ${w.quote(a.unit)} có hai lần${a.row === null ? '' : ` (đã có ở dòng ${w.int(a.row)})`}.`,
      en: (a, w) =>
        `the ${a.criterion === null ? 'result' : `points of criterion ${w.quote(a.criterion)}`} of ${w.quote(a.unit)} stand there twice${a.row === null ? '' : ` (already in row ${w.int(a.row)})`}.`,
    },
    why: tableWhy,
    fix: {
      vi: 'Giữ một dòng. Hai đơn vị trùng tên thì ghi mã, hoặc thêm cột “Khối”. Excel hay đổi 1.10 thành 1.1: định dạng cột tiêu chí là Văn bản (Text).',
      en: 'Keep one row. For two units of one name write their ids or add a column block. Excel turns 1.10 into 1.1: format the column of criteria as Text.',
    },
  }),
  'changes/simulated': kind<{ file: string }>({
    severity: 'error',
    text: {
      vi: () => 'kết quả kỳ trước là số liệu mô phỏng (diễn tập), không so với kết quả thật.',
      en: () =>
        'the earlier results are those of a rehearsal; they are not compared with real ones.',
    },
    why: {
      vi: 'Kết quả thật không được đứng cạnh số liệu diễn tập.',
      en: 'Real results must not stand beside made-up ones.',
    },
    fix: {
      vi: 'Lấy scores.json từ thư mục của cuộc điều tra thật kỳ trước.',
      en: 'Take scores.json from the folder of the real earlier survey.',
    },
  }),
  'changes/other-scheme': kind<{ now: string; before: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `kỳ trước theo bộ tiêu chí khác (${w.quote(a.before)}, kỳ này ${w.quote(a.now)}) nên chưa so sánh.`,
      en: (a, w) =>
        `the earlier survey followed another scheme (${w.quote(a.before)}, now ${w.quote(a.now)}), so nothing is compared yet.`,
    },
    why: {
      vi: 'Bộ tiêu chí khác thì cùng một số thứ tự có thể là tiêu chí khác, tổng điểm và thứ hạng không cùng nghĩa.',
      en: 'Under another scheme the same code may be another criterion; totals and ranks do not mean the same.',
    },
    fix: {
      vi: 'Ghi các tiêu chí so được vào “previous”: criteria: { "số kỳ này": "số kỳ trước" }. Nếu thực ra cùng một bộ tiêu chí thì ghi “scheme” giống kỳ trước.',
      en: 'List the criteria that can be compared under `previous`: criteria: { "code now": "code then" }. If it is the same scheme after all, write `scheme` as it was.',
    },
  }),
  'changes/other-method': kind<{ rules: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `kỳ trước tính theo quy tắc khác (kỳ trước → kỳ này): ${w.list(a.rules)}.`,
      en: (a, w) => `the earlier index followed other rules (then → now): ${w.list(a.rules)}.`,
    },
    why: {
      vi: 'Tăng, giảm có thể do cách tính, không do kết quả thay đổi.',
      en: 'What has changed may be the rules and not the results.',
    },
    fix: {
      vi: 'Nêu rõ trong báo cáo; muốn so cùng cách tính thì tính lại kỳ trước bằng quy tắc của kỳ này (survey score trong thư mục kỳ trước).',
      en: 'Say so in the report; to compare alike, score the earlier survey again under these rules (survey score in its folder).',
    },
  }),
  'changes/no-criterion': kind<{ codes: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `kết quả kỳ trước không có tiêu chí ${w.list(a.codes, 12)}; không so các tiêu chí này.`,
      en: (a, w) =>
        `the earlier results have no ${a.codes.length === 1 ? 'criterion' : 'criteria'} ${w.list(a.codes, 12)}, which cannot be compared.`,
    },
    why: compareWhy,
    fix: {
      vi: 'Kiểm tra số tiêu chí (Excel hay đổi 1.10 thành 1.1). Nếu bộ tiêu chí đã đổi thì khai “criteria” trong “previous”.',
      en: 'Check the codes (Excel turns 1.10 into 1.1). If the scheme has changed, write `criteria` under `previous`.',
    },
  }),
  'changes/unit-not-found': kind<{ unit: string; near: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `kết quả kỳ trước không có ${w.quote(a.unit)}; coi là đơn vị mới.`,
      en: (a, w) => `the earlier results do not know ${w.quote(a.unit)}; it is taken to be new.`,
    },
    why: {
      vi: 'Tên gần giống thì chỉ gợi ý, không tự lấy: so nhầm đơn vị còn tệ hơn không so.',
      en: 'A near name is offered, never taken: comparing the wrong unit is worse than none.',
    },
    fix: {
      vi: 'Nếu là cùng một đơn vị, ghi tên cũ vào “was” của đơn vị trong phương án, hoặc sửa tên trong tệp kỳ trước.',
      en: 'If it is the same unit, write the former name into its `was` in the plan, or mend the name in the earlier file.',
    },
  }),
  'changes/unit-ambiguous': kind<{ unit: string; among: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.unit)} có thể là nhiều đơn vị kỳ trước: ${w.list(a.among)}; không so.`,
      en: (a, w) =>
        `${w.quote(a.unit)} may be several units of the earlier survey: ${w.list(a.among)}; it is not compared.`,
    },
    why: compareWhy,
    fix: {
      vi: 'Ghi mã kỳ trước của đơn vị vào “was”.',
      en: 'Write the id it had then into its `was`.',
    },
  }),
  'changes/unit-shared': kind<{ before: string; units: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.before)} của kỳ trước hợp với nhiều đơn vị kỳ này: ${w.list(a.units)}; không so.`,
      en: (a, w) =>
        `${w.quote(a.before)} of the earlier survey fits several units of today: ${w.list(a.units)}; they are not compared.`,
    },
    why: compareWhy,
    fix: {
      vi: 'Ghi đủ “xã”, “phường” trong tệp kỳ trước, hoặc ghi “was” cho các đơn vị này.',
      en: 'Write the full names in the earlier file, or give these units their `was`.',
    },
  }),
  'changes/other-name': kind<{ unit: string; id: string; before: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.unit)} được so với ${w.quote(a.before)} vì cùng mã ${w.quote(a.id)}, nhưng tên khác.`,
      en: (a, w) =>
        `${w.quote(a.unit)} is compared with ${w.quote(a.before)} for they share the id ${w.quote(a.id)}, but the names differ.`,
    },
    why: {
      vi: 'Mã có thể đã được dùng lại cho đơn vị khác.',
      en: 'The id may have been given to another unit.',
    },
    fix: {
      vi: 'Nếu chỉ đổi tên: ghi tên cũ vào “was”. Nếu là đơn vị khác: đổi mã.',
      en: 'If it was only renamed, write the former name into its `was`; if it is another unit, give it another id.',
    },
  }),
  'changes/former-missing': kind<{
    unit: string;
    former: readonly string[];
    near: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `kết quả kỳ trước không có ${w.list(a.former)}, nay thuộc ${w.quote(a.unit)}; đơn vị này không so được.`,
      en: (a, w) =>
        `the earlier results have no ${w.list(a.former)}, now in ${w.quote(a.unit)}, which cannot be compared.`,
    },
    why: {
      vi: 'Thiếu một đơn vị cũ thì không tính giá trị kỳ trước từ các đơn vị còn lại: trọng số không tự dồn sang chỗ khác.',
      en: 'With a former unit missing its value is not made from the others: no weight is moved by itself.',
    },
    fix: {
      vi: 'Sửa tên trong “was” cho giống tệp kỳ trước; đơn vị cũ chưa từng được chấm thì bỏ khỏi “was”.',
      en: 'Write the name in `was` as the earlier file does; take a unit out that was never scored.',
    },
  }),
  'changes/new-units': kind<{ units: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) => `${w.list(a.units, 12)}: mới, kỳ trước không có.`,
      en: (a, w) => `${w.list(a.units, 12)}: new, not in the earlier results.`,
    },
    why: compareWhy,
    fix: {
      vi: 'Không cần sửa. Nếu là đơn vị đổi tên hoặc sáp nhập thì ghi “was”.',
      en: 'Nothing to mend. Give units that were renamed or merged their `was`.',
    },
  }),
  'changes/gone-units': kind<{ units: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) => `kỳ trước có, kỳ này không có: ${w.list(a.units, 12)}.`,
      en: (a, w) => `in the earlier results but not in these: ${w.list(a.units, 12)}.`,
    },
    why: compareWhy,
    fix: {
      vi: 'Không cần sửa. Nếu đơn vị này đã nhập vào đơn vị khác thì ghi nó vào “was” của đơn vị đó.',
      en: 'Nothing to mend. If one went into another unit, write it into the `was` of that unit.',
    },
  }),
  'plan/previous-twice': kind<{ before: string; codes: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.list(a.codes)} cùng so với một tiêu chí kỳ trước là ${w.quote(a.before)}.`,
      en: (a, w) =>
        `the criteria ${w.list(a.codes)} are all compared with ${w.quote(a.before)} of the earlier scheme.`,
    },
    why: {
      vi: 'Một tiêu chí cũ tách thành nhiều tiêu chí mới thì từng phần không còn cùng nghĩa với nó; cũng có thể ghi nhầm số.',
      en: 'Where one criterion became several, none of them means what it did; or a code was mistyped.',
    },
    fix: {
      vi: 'Giữ cặp đúng nghĩa nhất, hoặc so tiêu chí cha chung của chúng.',
      en: 'Keep the pair that means the same, or compare their common parent.',
    },
  }),
  'plan/former-weights': kind<{ unit: string; without: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `các đơn vị cũ của ${w.quote(a.unit)} có trọng số, trừ ${w.list(a.without)} (không ghi thì tính là 1, ghi 0 thì không được tính).`,
      en: (a, w) =>
        `the former units of ${w.quote(a.unit)} have weights, but not ${w.list(a.without)} (1 where none is written, 0 leaves it out).`,
    },
    why: {
      vi: 'Trọng số là số dân, số hộ …: một bên ghi 5200, một bên mặc định 1 thì bên kia gần như không còn tác dụng.',
      en: 'Weights are people, households …: beside 5200 a default of 1 counts for nothing.',
    },
    fix: {
      vi: 'Ghi “weight” cho mọi đơn vị cũ của đơn vị này, hoặc bỏ hết.',
      en: 'Give every former unit of this one its `weight`, or none.',
    },
  }),
};
