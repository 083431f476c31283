/** What the shell says when the machine refuses: one sentence, what to do included, and exit code 3. */
import { printable } from '../formats/printable.ts';
import type { Lang } from './finding.ts';

export type ProblemKind =
  | 'disk-full'
  | 'is-folder'
  | 'locked'
  | 'name-too-long'
  | 'no-rights'
  | 'not-a-folder'
  | 'not-found'
  | 'read-only'
  | 'read-or-write-failed'
  | 'too-many-open-files';

/** One line without a line end. */
export function problemSentence(kind: ProblemKind, path: string, lang: Lang): string {
  return sentences[lang][kind](`“${printable(path)}”`);
}

type Sentences = { readonly [K in ProblemKind]: (path: string) => string };

const sentences: { readonly [L in Lang]: Sentences } = {
  vi: {
    'disk-full': (path) =>
      `Đĩa đã đầy, không ghi được ${path}: giải phóng dung lượng rồi chạy lại.`,
    'is-folder': (path) => `${path} là thư mục, không phải tệp: chọn tên khác.`,
    locked: (path) => `${path} đang được mở ở nơi khác: đóng Excel rồi chạy lại.`,
    'name-too-long': (path) => `Tên ${path} quá dài: dùng thư mục hoặc tên tệp ngắn hơn.`,
    'no-rights': (path) =>
      `Không có quyền với ${path}: đóng tệp nếu đang mở, hoặc xin quyền ghi vào thư mục.`,
    'not-a-folder': (path) => `Trên đường dẫn ${path} có một tệp nằm ở chỗ lẽ ra là thư mục.`,
    'not-found': (path) => `${path} không có, hoặc vừa bị xóa hay đổi tên trong lúc chạy.`,
    'read-only': (path) => `${path} nằm trên ổ chỉ đọc: chép sang nơi ghi được rồi chạy lại.`,
    'read-or-write-failed': (path) =>
      `Máy báo lỗi đọc ghi với ${path}: kiểm tra ổ đĩa hoặc kết nối mạng rồi chạy lại.`,
    'too-many-open-files': (path) =>
      `Hệ thống đang mở quá nhiều tệp nên không mở được ${path}: đóng bớt chương trình rồi chạy lại.`,
  },
  en: {
    'disk-full': (path) =>
      `The disk is full; ${path} cannot be written: free some space, run again.`,
    'is-folder': (path) => `${path} is a folder, not a file: choose another name.`,
    locked: (path) => `${path} is open elsewhere: close Excel and run again.`,
    'name-too-long': (path) => `The name ${path} is too long: use a shorter folder or file name.`,
    'no-rights': (path) =>
      `No rights on ${path}: close the file if it is open, or ask for the right to write there.`,
    'not-a-folder': (path) => `On the path ${path} a file stands where a folder should be.`,
    'not-found': (path) => `${path} is not there, or was removed or renamed just now.`,
    'read-only': (path) => `${path} is on a read-only disk: copy it to where you can write.`,
    'read-or-write-failed': (path) =>
      `The machine could not read or write ${path}: check the disk or the network, run again.`,
    'too-many-open-files': (path) =>
      `Too many files are open to open ${path}: close some programs and run again.`,
  },
};
