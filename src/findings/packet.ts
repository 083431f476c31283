/** Findings about packets: what keeps a packet from being printed. */
import { kind } from './finding.ts';

export const packetFindings = {
  'packet/quota-unknown': kind<{ group: string; targets: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `chưa in được phiếu của nhóm ${w.quote(a.group)} cho ${w.int(a.targets.length)} nơi nhận (${w.list(a.targets, 5)}): số phiếu chưa xác định.`,
      en: (a, w) =>
        `the sheets of group ${w.quote(a.group)} cannot be printed for ${w.int(a.targets.length)} targets (${w.list(a.targets, 5)}): their quota is not known yet.`,
    },
    why: {
      vi: 'Mỗi phiếu có một số sê-ri riêng, nên phải biết số phiếu trước khi in; in thiếu một nhóm thì túi phiếu không đủ để giao.',
      en: 'Each sheet has its own serial, so the number must be known before printing; a packet that lacks a group cannot be handed over.',
    },
    fix: {
      vi: 'Bổ sung danh sách hoặc số liệu mà nhóm này cần (xem `survey quota`), rồi chạy lại; các túi phiếu khác không bị ảnh hưởng.',
      en: 'Supply the list or the count that this group needs (see `survey quota`) and run again; other packets are not affected.',
    },
  }),
  'packet/no-such-target': kind<{ id: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có túi phiếu nào cho ${w.quote(a.id)}.`,
      en: (a, w) => `there is no packet for ${w.quote(a.id)}.`,
    },
    why: {
      vi: '`--unit` nhận tên hoặc mã của đơn vị, địa bàn hoặc nhóm có phiếu trong phương án.',
      en: '`--unit` takes the name or the id of a unit, a place or a whole group that has sheets in the plan.',
    },
    fix: {
      vi: 'Xem tên và mã bằng `survey packet --dry-run`, rồi ghi lại cho đúng; tên có dấu cách thì đặt trong dấu ngoặc kép.',
      en: 'See names and ids with `survey packet --dry-run` and write one of them; a name with spaces goes in quotes.',
    },
  }),
  'packet/ambiguous-target': kind<{ name: string; among: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.name)} có thể là ${w.int(a.among.length)} túi phiếu khác nhau: ${w.list(a.among)}.`,
      en: (a, w) =>
        `${w.quote(a.name)} may be any of ${w.int(a.among.length)} packets: ${w.list(a.among)}.`,
    },
    why: {
      vi: 'Nhiều đơn vị, địa bàn hoặc nhóm có cùng tên này; in nhầm túi phiếu thì giao nhầm nơi.',
      en: 'Several units, places or groups go by this name; the wrong packet would go to the wrong place.',
    },
    fix: {
      vi: 'Ghi một trong các mã đã nêu vào `--unit`.',
      en: 'Give one of these ids to `--unit`.',
    },
  }),
  'packet/printed-before': kind<{
    dropped: number;
    changed: number;
    targets: readonly string[];
    register: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phương án nay không khớp với phiếu đã in theo ${w.quote(a.register)}: ${lostVi(a, w.int)} (${w.list(a.targets, 5)}).`,
      en: (a, w) =>
        `the plan no longer agrees with the sheets printed by ${w.quote(a.register)}: ${lostEn(a, w.int)} (${w.list(a.targets, 5)}).`,
    },
    why: {
      vi: 'Danh sách sê-ri (register.csv) là căn cứ để nhận phiếu thu về. Ghi đè thì phiếu đã phát mang các sê-ri đó sẽ bị loại hoặc tính nhầm nhóm; vì vậy dừng lại, chưa ghi và chưa nhận gì.',
      en: 'The register of serials decides which returned sheets are taken. Overwritten, sheets already handed out under these serials would be rejected or counted for another group; so nothing was written or taken.',
    },
    fix: {
      vi: 'Khôi phục số phiếu và thứ tự đơn vị cũ trong plan.yaml (tăng thêm số phiếu, thêm đơn vị ở cuối thì được). Nếu các phiếu đó chưa phát ra hoặc đã thu hồi để hủy, chạy `survey packet --force` để in và ghi danh sách mới.',
      en: 'Restore the former quotas and order of units in plan.yaml (raising a quota or adding a unit at the end is fine). If those sheets were never handed out, or were called back and destroyed, run `survey packet --force` to print anew and replace the register.',
    },
  }),
  'packet/tally-kept': kind<{ files: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `giữ nguyên ${w.int(a.files.length)} bảng nhập kiểm đếm đã có, nội dung khác bản sẽ ghi (có thể đã được điền): ${w.list(a.files, 5)}.`,
      en: (a, w) =>
        `${w.int(a.files.length)} tally workbooks that differ from what would be written (perhaps filled in already) were left as they are: ${w.list(a.files, 5)}.`,
    },
    why: {
      vi: 'Ghi đè sẽ làm mất số liệu mà người kiểm đếm đã gõ vào.',
      en: 'Overwriting would lose the figures that a clerk has typed in.',
    },
    fix: {
      vi: 'Nếu bảng chưa điền gì, xóa tệp đó rồi chạy lại để có bản mới; nếu đã điền, chuyển tệp sang nơi khác trước.',
      en: 'If nothing was filled in, delete the file and run again to get the new one; otherwise move it elsewhere first.',
    },
  }),
  'packet/old-files': kind<{ files: readonly string[]; folder: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `trong ${w.quote(a.folder)} còn ${w.int(a.files.length)} tệp của lần in trước mà phương án nay không dùng: ${w.list(a.files, 5)}.`,
      en: (a, w) =>
        `${w.quote(a.folder)} still has ${w.int(a.files.length)} files of an earlier run that the plan no longer makes: ${w.list(a.files, 5)}.`,
    },
    why: {
      vi: 'Đơn vị đổi tên hoặc không còn phiếu thì tệp cũ vẫn ở lại, dễ bị in hoặc gửi nhầm.',
      en: 'When a unit is renamed or has no sheets any more its old file stays, and may be printed or sent by mistake.',
    },
    fix: {
      vi: 'Xóa hoặc cất các tệp đó đi sau khi đã kiểm tra.',
      en: 'Look at these files, then delete them or put them away.',
    },
  }),
  'packet/nothing-to-print': kind<Record<string, never>>({
    severity: 'warning',
    text: {
      vi: () => 'không có phiếu nào để in.',
      en: () => 'there is nothing to print.',
    },
    why: {
      vi: 'Không có nhóm nào được phân bổ phiếu, hoặc số phiếu của mọi nhóm đều bằng 0.',
      en: 'No group has a quota, or every quota is 0.',
    },
    fix: {
      vi: 'Xem bảng phân bổ phiếu bằng `survey quota`.',
      en: 'Look at the quotas with `survey quota`.',
    },
  }),
  'packet/prepared-before-count': kind<{ group: string; sheets: number; targets: number }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: số phiếu xác định theo số đếm được khi khảo sát; trước mắt làm sẵn ${w.int(a.sheets)} phiếu cho mỗi nơi (${w.int(a.targets)} nơi).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the quota follows from the count taken in the field; ${w.int(a.sheets)} sheets are prepared for each of ${w.int(a.targets)} for the time being.`,
    },
    why: {
      vi: 'Đó là số phiếu nơi đông người phải thu được, không phải số phiếu giao.',
      en: 'So many a crowded desk has to bring in; it is no quota.',
    },
    fix: {
      vi: 'Nơi nào cần nhiều hơn: ghi số lượt người đã đếm hoặc ước tính vào đơn vị rồi chạy lại, hoặc thêm “spare” cho nhóm.',
      en: 'Where more are needed write the visitors counted or estimated into the unit and run again, or give the group a `spare`.',
    },
  }),
  'packet/online-printed': kind<{ groups: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `phiếu của nhóm trả lời trực tuyến hoặc qua mã QR cũng được in: ${w.list(a.groups)}.`,
      en: (a, w) =>
        `forms of groups that answer online or by QR code are printed too: ${w.list(a.groups)}.`,
    },
    why: {
      vi: 'Bản giấy giữ số sê-ri của từng phiếu và dùng khi người trả lời không vào mạng được; không cần thì đỡ được tiền in.',
      en: 'The paper carries the serial of each form and serves those who cannot answer online; where nobody needs it, printing it is money spent.',
    },
    fix: {
      vi: 'Nếu không cần bản giấy, không in các tệp đó, hoặc chỉ làm túi phiếu của những nơi cần bằng `--unit`. Nếu nhóm thật ra trả lời trên giấy, sửa “mode” của nhóm.',
      en: 'If no paper is needed, leave those files unprinted, or make only the packets that are needed with `--unit`. If the group does answer on paper, mend its `mode`.',
    },
  }),
  'packet/template': kind<{ message: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `mẫu in không dàn trang được: ${w.quote(a.message)}`,
      en: (a, w) => `the page template cannot be typeset: ${w.quote(a.message)}`,
    },
    why: {
      vi: 'Trình dàn trang Typst báo lỗi tại vị trí này của mẫu in; chưa có túi phiếu nào được ghi thêm.',
      en: 'The Typst typesetter stops at this place of the template; no further packet was written.',
    },
    fix: {
      vi: 'Sửa mẫu tại vị trí đã nêu, hoặc xoá tệp mẫu riêng trong thư mục templates/packet của cuộc khảo sát để dùng lại mẫu có sẵn.',
      en: 'Mend the template there, or delete your own copy in templates/packet of the survey folder to use the supplied one.',
    },
  }),
};

interface Lost {
  readonly dropped: number;
  readonly changed: number;
}

type Int = (value: number) => string;

function lostVi({ dropped, changed }: Lost, int: Int): string {
  const said = [
    ...(dropped > 0 ? [`${int(dropped)} sê-ri đã in sẽ mất`] : []),
    ...(changed > 0 ? [`${int(changed)} sê-ri đã in sẽ sang nhóm hoặc đơn vị khác`] : []),
  ];
  return said.join(', ');
}

function lostEn({ dropped, changed }: Lost, int: Int): string {
  const said = [
    ...(dropped > 0 ? [`${int(dropped)} printed serials would be lost`] : []),
    ...(changed > 0 ? [`${int(changed)} printed serials would pass to another group or unit`] : []),
  ];
  return said.join(', ');
}
