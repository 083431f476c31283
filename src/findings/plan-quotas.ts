/** Findings about quota rules as the plan writes them. */
import { kind } from './finding.ts';

export const planQuotaFindings = {
  'plan/each-sizes': kind<{ group: string; problem: 'no-sizes' | 'no-figure' | 'nothing' }>({
    severity: 'error',
    text: {
      vi: (a, w) => {
        const lead = `nhóm ${w.quote(a.group)}: “each” `;
        if (a.problem === 'no-sizes') return `${lead}ghi “by” mà chưa có bảng “sizes”.`;
        return a.problem === 'no-figure'
          ? `${lead}ghi “sizes” mà chưa nói theo số liệu nào (“by”).`
          : `${lead}chưa ghi số phiếu nào.`;
      },
      en: (a, w) => {
        const lead = `group ${w.quote(a.group)}: \`each\` `;
        if (a.problem === 'no-sizes') return `${lead}has \`by\` but no table \`sizes\`.`;
        return a.problem === 'no-figure'
          ? `${lead}has \`sizes\` but does not say by which figure (\`by\`).`
          : `${lead}gives no number of sheets.`;
      },
    },
    why: {
      vi: 'Số phiếu theo hạng, loại cần cả số liệu để phân hạng lẫn bảng số phiếu của từng hạng.',
      en: 'Sizes by class need both the figure that says the class and the table of sizes.',
    },
    fix: {
      vi: 'Ví dụ: each: { by: commune_class, sizes: { "1": 200, "2": 150 }, default: 100 }.',
      en: 'For example: each: { by: commune_class, sizes: { "1": 200, "2": 150 }, default: 100 }.',
    },
  }),
  'plan/formula-without-population': kind<{ group: string; method: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: công thức ${a.method} cần tổng thể N nhưng chưa ghi “of”.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the formula ${a.method} needs a population N; \`of\` is not given.`,
    },
    why: {
      vi: 'n = N/(1 + N·e²): không có N thì không tính được.',
      en: 'n = N/(1 + N·e²) cannot be computed without N.',
    },
    fix: {
      vi: 'Thêm “of: <tên số liệu>”, ví dụ of: transactions (số giao dịch trong kỳ); hoặc dùng cochran khi tổng thể rất lớn.',
      en: 'Add `of: <figure>`, for example of: transactions; or use cochran for a very large population.',
    },
  }),
  'plan/population-kind': kind<{ group: string; figure: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: chưa nói tổng thể “${a.figure}” của công thức đếm gì (người, hộ hay giao dịch).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: it is not said what the formula's population \`${a.figure}\` counts (people, households or transactions).`,
    },
    why: {
      vi: 'Cùng một công thức cho cỡ mẫu khác nhau tùy N là số người, số hộ hay số giao dịch; phương án phải nói rõ.',
      en: 'The same formula gives other sizes for people, households and transactions; the plan must say which N is.',
    },
    fix: {
      vi: 'Thêm vào phương án: figures: { <số liệu>: { name: …, counts: transactions } }.',
      en: 'Add to the plan: figures: { <figure>: { name: …, counts: transactions } }.',
    },
  }),
  'plan/share-rate': kind<{ group: string; both: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.both
          ? `nhóm ${w.quote(a.group)}: “share” vừa có một tỷ lệ (rate) vừa có các mức (bands).`
          : `nhóm ${w.quote(a.group)}: “share” chưa ghi tỷ lệ.`,
      en: (a, w) =>
        a.both
          ? `group ${w.quote(a.group)}: \`share\` has both one \`rate\` and \`bands\`.`
          : `group ${w.quote(a.group)}: \`share\` gives no rate.`,
    },
    why: {
      vi: 'Chỉ được có một cách tính tỷ lệ.',
      en: 'There must be exactly one way to the rate.',
    },
    fix: {
      vi: 'Ghi “rate” khi một tỷ lệ cho mọi quy mô, hoặc “bands” khi tỷ lệ theo quy mô.',
      en: 'Write `rate` for one rate, or `bands` for rates by size.',
    },
  }),
  'plan/share-bands': kind<{ group: string; from: number; repeated: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.repeated
          ? `nhóm ${w.quote(a.group)}: hai mức tỷ lệ cùng bắt đầu từ ${w.int(a.from)}.`
          : `nhóm ${w.quote(a.group)}: mức tỷ lệ đầu tiên bắt đầu từ ${w.int(a.from)}, phải từ 0.`,
      en: (a, w) =>
        a.repeated
          ? `group ${w.quote(a.group)}: two bands begin at ${w.int(a.from)}.`
          : `group ${w.quote(a.group)}: the first band begins at ${w.int(a.from)} and must begin at 0.`,
    },
    why: {
      vi: 'Mỗi quy mô phải thuộc đúng một mức.',
      en: 'Every population must fall into exactly one band.',
    },
    fix: { vi: 'Sửa “from” của mức này.', en: 'Mend `from` of this band.' },
  }),
  'plan/share-steps-inverted': kind<{
    group: string;
    figure: string;
    from: number;
    below: number;
    size: number;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: nơi có ${w.int(a.from - 1)} ${a.figure} phải lấy ${w.int(a.below)} phiếu, nhiều hơn nơi có ${w.int(a.from)} (${w.int(a.size)} phiếu).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: with ${w.int(a.from - 1)} ${a.figure} ${w.int(a.below)} sheets are asked, more than with ${w.int(a.from)} (${w.int(a.size)} sheets).`,
    },
    why: {
      vi: 'Nơi nhỏ hơn phải lấy nhiều phiếu hơn nơi lớn hơn thì khó giải thích với đơn vị.',
      en: 'That a smaller place is asked for more sheets than a larger one is hard to explain.',
    },
    fix: {
      vi: 'Nếu văn bản quy định đúng như vậy thì giữ nguyên; nếu không, thêm “at_least” cho mức trên bằng số phiếu ngay dưới ngưỡng.',
      en: 'Leave it if the document says so; else give the upper band an `at_least` of what stands just below it.',
    },
  }),
  'plan/impossible-percent': kind<{ group: string; key: string; text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.key}” là ${a.text} thì không tính được số phiếu.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: with \`${a.key}\` of ${a.text} no size can be computed.`,
    },
    why: {
      vi: 'Sai số và tỷ lệ thu về phải lớn hơn 0%; độ tin cậy và tỷ lệ dự kiến phải nằm giữa 0% và 100%.',
      en: 'Error and response rate must be above 0%; confidence and proportion must lie between 0% and 100%.',
    },
    fix: {
      vi: 'Thường dùng: error: 5%, confidence: 95%, proportion: 50%, response_rate: 80%.',
      en: 'Usual are error: 5%, confidence: 95%, proportion: 50%, response_rate: 80%.',
    },
  }),
  'plan/method-needs': kind<{ group: string; method: string; key: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}: cách “${a.method}” cần “${a.key}” nhưng chưa ghi.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: \`${a.method}\` needs \`${a.key}\`, which is not given.`,
    },
    why: {
      vi: 'Không có thông tin này thì không tính được.',
      en: 'Without it nothing can be computed.',
    },
    fix: {
      vi: 'Thêm khóa đó: of, size, spread là tên số liệu; parameter là một số.',
      en: 'Add the key: of, size and spread name a figure; parameter is a number.',
    },
  }),
  'plan/says-nothing': kind<{ group: string; key: string; beside: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.key}” không có tác dụng gì bên cạnh “${a.beside}”.`,
      en: (a, w) => `group ${w.quote(a.group)}: \`${a.key}\` does nothing beside \`${a.beside}\`.`,
    },
    why: {
      vi: 'Người đọc sẽ tưởng rằng nó có tác dụng.',
      en: 'Readers will believe that it does something.',
    },
    fix: { vi: 'Bỏ khóa này, hoặc đổi cách tính.', en: 'Leave it out, or choose another rule.' },
  }),
  'plan/min-above-max': kind<{
    group: string;
    low: string;
    least: number;
    high: string;
    most: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.low}” là ${w.int(a.least)}, lớn hơn “${a.high}” là ${w.int(a.most)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: \`${a.low}\` is ${w.int(a.least)}, above \`${a.high}\` of ${w.int(a.most)}.`,
    },
    why: {
      vi: 'Không có số phiếu nào vừa đủ mức dưới vừa không vượt mức trên.',
      en: 'No number of sheets can keep both.',
    },
    fix: { vi: 'Sửa một trong hai số.', en: 'Mend one of the two.' },
  }),
  'plan/split-bound-outside': kind<{ group: string; key: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.key}” đặt ngoài “split” sẽ làm tổng đem chia không còn đúng.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: \`${a.key}\` outside \`split\` would break the total that is shared out.`,
    },
    why: {
      vi: 'Giới hạn phải được tính ngay khi chia thì các nơi khác mới bù được phần bị cắt.',
      en: 'A bound has to be kept while sharing out, so that the others make up for it.',
    },
    fix: {
      vi: 'Chuyển vào trong “split”: min, max, hoặc cap (thay cho population).',
      en: 'Move it into `split`: min, max, or cap (for population).',
    },
  }),
  'plan/stage-take': kind<{ group: string; level: string; problem: 'both' | 'none' | 'picks' }>({
    severity: 'error',
    text: {
      vi: (a, w) => {
        const lead = `nhóm ${w.quote(a.group)}, bước chọn “${a.level}”: `;
        if (a.problem === 'both')
          return `${lead}vừa ghi số địa bàn (take) vừa ghi tỷ lệ (fraction).`;
        return a.problem === 'none'
          ? `${lead}chưa ghi chọn bao nhiêu địa bàn.`
          : `${lead}số địa bàn khác tổng các mức trong “picks”.`;
      },
      en: (a, w) => {
        const lead = `group ${w.quote(a.group)}, stage “${a.level}”: `;
        if (a.problem === 'both')
          return `${lead}both a number (\`take\`) and a share (\`fraction\`) are given.`;
        return a.problem === 'none'
          ? `${lead}how many places to take is not said.`
          : `${lead}the number differs from the sum of \`picks\`.`;
      },
    },
    why: {
      vi: 'Mỗi bước phải biết chọn đúng bao nhiêu địa bàn trong mỗi địa bàn cấp trên.',
      en: 'Each stage must know how many places to take within each place above.',
    },
    fix: {
      vi: 'Giữ một trong: take (số), fraction (tỷ lệ), picks (số theo từng mức).',
      en: 'Keep one of take (a number), fraction (a share), picks (by standing).',
    },
  }),
  'plan/type-not-at-level': kind<{ group: string; type: string; level: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        a.level === ''
          ? `nhóm ${w.quote(a.group)}: cấp ngoài cùng không có địa bàn cấp trên nên số ghi cho loại ${w.quote(a.type)} không được dùng.`
          : `nhóm ${w.quote(a.group)}: không có địa bàn cấp “${a.level}” nào thuộc loại ${w.quote(a.type)} nên số ghi cho loại này không được dùng.`,
      en: (a, w) =>
        a.level === ''
          ? `group ${w.quote(a.group)}: nothing lies above the outermost level, so the number for type ${w.quote(a.type)} is not used.`
          : `group ${w.quote(a.group)}: no place of level “${a.level}” has the type ${w.quote(a.type)}, so the number for it is not used.`,
    },
    why: {
      vi: 'Những nơi tưởng là thuộc loại này sẽ lấy số “default”.',
      en: 'The places that were meant take the `default` instead.',
    },
    fix: {
      vi: 'Ghi “type” cho địa bàn của cấp đó hoặc của cấp trên nó, hoặc bỏ loại này khỏi “by_type”. Số phiếu theo loại của chính địa bàn; số địa bàn theo loại của địa bàn cấp trên.',
      en: 'Write the `type` of places of that level or of those above, or take it out of `by_type`. Sheets go by the type of the place itself, numbers of places by that of the place above.',
    },
  }),
  'plan/places-do-not-add-up': kind<{
    figure: string;
    rows: readonly { readonly name: string; readonly own: number; readonly sum: number }[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `“${a.figure}” của địa bàn khác tổng các địa bàn bên trong: ${w.list(
          a.rows.map(({ name, own, sum }) => `${name} ${w.int(own)} (cộng lại ${w.int(sum)})`),
          5,
        )}.`,
      en: (a, w) =>
        `\`${a.figure}\` of a place is not what the places inside add up to: ${w.list(
          a.rows.map(({ name, own, sum }) => `${name} ${w.int(own)} (together ${w.int(sum)})`),
          5,
        )}.`,
    },
    why: {
      vi: 'Một trong hai con số sai, hoặc khung mẫu thiếu địa bàn; xác suất được chọn và tổng thể tính từ đó sẽ sai theo.',
      en: 'One of the numbers is wrong, or places are missing from the frame; chances and populations follow from them.',
    },
    fix: {
      vi: 'Đối chiếu với nguồn số liệu rồi sửa con số sai, hoặc bổ sung địa bàn còn thiếu.',
      en: 'Compare with the source and mend the wrong number, or add the places that are missing.',
    },
  }),
  'plan/inhabited-place-without-size': kind<{ figure: string; place: string; sum: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.place)} ghi “${a.figure}” bằng 0 nhưng các địa bàn bên trong có ${w.int(a.sum)}; chọn theo quy mô (pps) sẽ không bao giờ chọn được nơi này.`,
      en: (a, w) =>
        `${w.quote(a.place)} has a \`${a.figure}\` of 0 but the places inside have ${w.int(a.sum)}; chance by size (pps) can never choose it.`,
    },
    why: {
      vi: 'Người ở những nơi đó không có cơ hội được hỏi.',
      en: 'The people there could never be asked.',
    },
    fix: {
      vi: 'Ghi con số thật, hoặc “unknown” nếu chưa có.',
      en: 'Write the real number, or `unknown` while it is not there.',
    },
  }),
  'plan/unit-in-two-pools': kind<{ group: string; unit: string; first: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: đơn vị ${w.quote(a.unit)} đã có số phiếu ở ${w.quote(a.first)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the unit ${w.quote(a.unit)} already has its sheets in ${w.quote(a.first)}.`,
    },
    why: {
      vi: 'Một đơn vị chỉ có một dòng số phiếu trong nhóm.',
      en: 'A unit has one row in a group.',
    },
    fix: {
      vi: 'Để đơn vị ở một cụm (pools) hoặc một ngoại lệ (except).',
      en: 'Leave it in one pool, or in one exception.',
    },
  }),
  'plan/group-id-taken': kind<{ group: string; form: string; id: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)} dùng nhiều mẫu phiếu nên phần của mẫu ${w.quote(a.form)} mang mã ${w.quote(a.id)}, trùng mã một nhóm khác.`,
      en: (a, w) =>
        `group ${w.quote(a.group)} has several forms, so its part on form ${w.quote(a.form)} is called ${w.quote(a.id)}, which is another group's id.`,
    },
    why: {
      vi: 'Mã nhóm ghi trong phiếu thu về phải chỉ đúng một nhóm.',
      en: 'The id of a group in the returns must mean one group only.',
    },
    fix: { vi: 'Đổi mã của một trong hai nhóm.', en: 'Rename one of the two groups.' },
  }),
};
