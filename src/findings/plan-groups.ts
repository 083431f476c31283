/** Findings about groups of respondents: whom they rate, which units get a quota, by which rule. */
import { kind } from './finding.ts';

export const planGroupFindings = {
  'plan/one-quota-rule': kind<{
    group: string;
    rules: readonly string[];
    known: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.rules.length === 0
          ? `nhóm ${w.quote(a.group)}: chưa ghi quy tắc tính số phiếu.`
          : `nhóm ${w.quote(a.group)}: có ${w.int(a.rules.length)} quy tắc cùng lúc (${w.list(a.rules)}).`,
      en: (a, w) =>
        a.rules.length === 0
          ? `group ${w.quote(a.group)}: no quota rule is given.`
          : `group ${w.quote(a.group)}: ${w.int(a.rules.length)} quota rules at once (${w.list(a.rules)}).`,
    },
    why: {
      vi: 'Mỗi nhóm (và mỗi ngoại lệ) tính theo đúng một quy tắc.',
      en: 'A group, and each exception, follows exactly one rule.',
    },
    fix: {
      vi: 'Giữ một trong: total, counts, each, census, per, share, formula, split, stages, band, from.',
      en: 'Keep one of total, counts, each, census, per, share, formula, split, stages, band, from.',
    },
  }),
  'plan/quota-needs-in': kind<{ group: string; rule: string; places: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.places
          ? `nhóm ${w.quote(a.group)}: quy tắc “${a.rule}” đi với “in: places”.`
          : `nhóm ${w.quote(a.group)}: quy tắc “${a.rule}” cần “in” để biết tính cho những đơn vị nào.`,
      en: (a, w) =>
        a.places
          ? `group ${w.quote(a.group)}: the rule \`${a.rule}\` goes with \`in: places\`.`
          : `group ${w.quote(a.group)}: the rule \`${a.rule}\` needs \`in\` to say for which units.`,
    },
    why: {
      vi: 'Quy tắc tính theo từng đơn vị hoặc địa bàn, nên phải biết là những nơi nào.',
      en: 'The rule works unit by unit or place by place, so it must know which.',
    },
    fix: {
      vi: 'Thêm “in: <mã khối>”, “in: { units: [...] }”, hoặc “in: places” cho quy tắc stages.',
      en: 'Add `in: <block>`, `in: { units: [...] }`, or `in: places` for stages.',
    },
  }),
  'plan/count-missing': kind<{ group: string; units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}: bảng số phiếu thiếu ${w.list(a.units)}.`,
      en: (a, w) => `group ${w.quote(a.group)}: the table of counts lacks ${w.list(a.units)}.`,
    },
    why: {
      vi: 'Đơn vị thuộc “in” mà không có số phiếu thì không được phát phiếu nào.',
      en: 'A unit of `in` without a count would get no sheets.',
    },
    fix: {
      vi: 'Thêm số phiếu của đơn vị vào “counts” (0 nếu đúng là không phát).',
      en: 'Add its count (0 if it really gets none).',
    },
  }),
  'plan/except-rule': kind<{ group: string; unit: string; rule: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ngoại lệ của ${w.quote(a.unit)} không dùng được quy tắc “${a.rule}”.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the exception of ${w.quote(a.unit)} cannot use the rule \`${a.rule}\`.`,
    },
    why: {
      vi: 'Ngoại lệ là cho một đơn vị; bảng nhiều đơn vị, chia một tổng hay chọn địa bàn nhiều bước không có nghĩa ở đó.',
      en: 'An exception is for one unit; a table of units, a total to share out or a choice of places means nothing there.',
    },
    fix: {
      vi: 'Dùng each (số phiếu của chính đơn vị), census, per, share, formula, band hoặc from.',
      en: 'Use each (the unit’s own number), census, per, share, formula, band or from.',
    },
  }),
  'plan/outside-in': kind<{ group: string; unit: string; key: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.key}” nhắc đơn vị ${w.quote(a.unit)} không thuộc “in” của nhóm.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: \`${a.key}\` names the unit ${w.quote(a.unit)}, which is not in the group's \`in\`.`,
    },
    why: {
      vi: 'Con số ghi cho đơn vị ngoài nhóm sẽ không được tính vào đâu.',
      en: 'What is written for a unit outside the group counts nowhere.',
    },
    fix: {
      vi: 'Thêm đơn vị vào “in”, hoặc xóa dòng này.',
      en: 'Add the unit to `in`, or delete the line.',
    },
  }),
  'plan/rates-nobody': kind<{ group: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: phiếu đánh giá “đơn vị của mình” (about: own) nhưng nhóm không chia theo đơn vị.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: its sheets rate the own unit (about: own), but the group is not divided by unit.`,
    },
    why: {
      vi: 'Phiếu không gắn với đơn vị nào thì không chấm được cho ai.',
      en: 'A sheet that belongs to no unit rates nobody.',
    },
    fix: {
      vi: 'Ghi “about: { blocks: [...] }” hoặc “{ units: [...] }”, hoặc thêm “in”.',
      en: 'Write `about: { blocks: [...] }` or `{ units: [...] }`, or add `in`.',
    },
  }),
  'plan/place-without-unit': kind<{ group: string; places: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: địa bàn chưa gắn với đơn vị được đánh giá: ${w.list(a.places, 5)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: places that belong to no unit: ${w.list(a.places, 5)}.`,
    },
    why: {
      vi: 'Người dân ở đây đánh giá đơn vị nào thì phải ghi ra.',
      en: 'It must be said which unit people found there rate.',
    },
    fix: {
      vi: 'Thêm “unit” vào địa bàn hoặc địa bàn cấp trên.',
      en: 'Add `unit` to the place or to one above it.',
    },
  }),
  'plan/place-level': kind<{ place: string; level: string; parent: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.level === ''
          ? `địa bàn ${w.quote(a.place)} nằm sâu hơn các cấp đã khai trong “levels”.`
          : `địa bàn ${w.quote(a.place)} (cấp “${a.level}”) phải nằm ngay trong một địa bàn cấp “${a.parent}”.`,
      en: (a, w) =>
        a.level === ''
          ? `the place ${w.quote(a.place)} lies deeper than \`levels\` say.`
          : `the place ${w.quote(a.place)} (level “${a.level}”) must lie in a place of level “${a.parent}”.`,
    },
    why: {
      vi: 'Chọn mẫu nhiều bước đi lần lượt từng cấp, không bỏ cấp.',
      en: 'Sampling by stages goes level by level and skips none.',
    },
    fix: {
      vi: 'Thêm cấp vào “levels”, hoặc đặt địa bàn vào đúng địa bàn cấp trên.',
      en: 'Add the level to `levels`, or move the place under the right one.',
    },
  }),
  'plan/stage-order': kind<{
    group: string;
    levels: readonly string[];
    expected: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: các bước chọn là ${w.list(a.levels)}, phải lần lượt từ ngoài vào: ${w.list(a.expected)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the stages are ${w.list(a.levels)}; they must go inwards level by level: ${w.list(a.expected)}.`,
    },
    why: {
      vi: 'Bước sau chọn trong địa bàn của bước trước.',
      en: 'Each stage chooses within the places of the one before.',
    },
    fix: {
      vi: 'Xếp lại “by” theo thứ tự của “levels”, không bỏ cấp.',
      en: 'Put `by` in the order of `levels`, leaving none out.',
    },
  }),
  'plan/band-without-limit': kind<{ group: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}: “band” chưa có giới hạn nào.`,
      en: (a, w) => `group ${w.quote(a.group)}: \`band\` sets no limit.`,
    },
    why: {
      vi: 'Không có giới hạn thì số phiếu nào cũng đạt.',
      en: 'Without a limit any number of replies would do.',
    },
    fix: {
      vi: 'Ghi ít nhất một trong: within, within_forms, at_least.',
      en: 'Give at least one of within, within_forms, at_least.',
    },
  }),
  'plan/mode-not-planned': kind<{ group: string; mode: string; modes: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: hình thức “${a.mode}” không có trong fieldwork.modes (${w.list(a.modes)}).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the mode \`${a.mode}\` is not among fieldwork.modes (${w.list(a.modes)}).`,
    },
    why: {
      vi: 'Văn bản nêu các hình thức khảo sát; nhóm dùng hình thức khác là mâu thuẫn.',
      en: 'The document names the modes; a group that uses another contradicts it.',
    },
    fix: {
      vi: 'Thêm hình thức vào fieldwork.modes, hoặc sửa “mode” của nhóm.',
      en: 'Add the mode to fieldwork.modes, or mend that of the group.',
    },
  }),
  'plan/stated-about': kind<{ what: string; value: number }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `${a.what}: tổng in trong văn bản là số ước lượng (khoảng ${w.int(a.value)}); lệch chỉ được cảnh báo.`,
      en: (a, w) =>
        `${a.what}: the printed total is approximate (about ${w.int(a.value)}); a difference only warns.`,
    },
    why: {
      vi: 'Văn bản ghi “khoảng” thì không đòi khớp từng phiếu.',
      en: 'A document that says “about” is not held to the sheet.',
    },
    fix: {
      vi: 'Nếu văn bản ghi số chính xác thì bỏ “about”.',
      en: 'Leave out `about` if the document gives the exact figure.',
    },
  }),
  'plan/nobody-sends': kind<{ group: string; units: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        a.units.length === 0
          ? `nhóm ${w.quote(a.group)}: chưa có ngày gửi phiếu, trong khi nhóm khác đã có.`
          : `nhóm ${w.quote(a.group)}: chưa có ngày gửi phiếu cho ${w.list(a.units, 5)}.`,
      en: (a, w) =>
        a.units.length === 0
          ? `group ${w.quote(a.group)}: no date of sending, though other groups have one.`
          : `group ${w.quote(a.group)}: no date of sending for ${w.list(a.units, 5)}.`,
    },
    why: {
      vi: 'Nhóm không ai gửi phiếu thì đến hạn không có phiếu nào về.',
      en: 'A group nobody sends to returns nothing by the deadline.',
    },
    fix: {
      vi: 'Thêm “send”, hoặc “default” trong “send” cho các đơn vị còn lại.',
      en: 'Add `send`, or a `default` in it for the other units.',
    },
  }),
};
