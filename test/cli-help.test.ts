import { describe, expect, it } from 'vitest';
import { run } from '../src/cli.ts';
import { memoryIo } from './memory-io.ts';

async function said(line: string): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo();
  const code = await run(line.split(' '), io);
  return { code, out: io.outText(), err: io.errText() };
}

describe('help in Vietnamese', () => {
  it.each(['--help', 'import --help', 'plan --help', 'returns undo --help'])(
    'survey %s has no English word of Commander in it',
    async (line) => {
      const { code, out } = await said(line);
      expect(code).toBe(0);
      expect(out).toContain('Cách gõ: survey');
      expect(out).not.toMatch(/default:|choices:|\[options\]|\[command\]|<(files|path|id|row)/);
    },
  );

  it('says defaults, choices and placeholders', async () => {
    const { out } = await said('import --help');
    expect(out).toContain('Cách gõ: survey import [tùy chọn] <tệp...>');
    expect(out).toMatch(/-p, --plan <đường-dẫn> .*\(mặc định: \.\)/);
    expect(out).toMatch(/--kind <loại> .*\(chọn: rows, tallies\)/);
  });

  it('leaves English as it is', async () => {
    const { out } = await said('import --help --lang en');
    expect(out).toContain('Usage: survey import [options] <files...>');
    expect(out).toContain('(default: ".")');
  });
});

describe('options of every command', () => {
  it.each(['--lang en plan --help', 'plan --lang en --help', '--no-color --lang=en import --help'])(
    'may stand before it: survey %s',
    async (line) => {
      const { code, out } = await said(line);
      expect(code).toBe(0);
      expect(out).toMatch(/^Usage: survey (plan|import) /);
    },
  );

  it('still name the command that was mistyped', async () => {
    const { code, err } = await said('--lang en quota --strikt');
    expect(code).toBe(2);
    expect(err).toContain('See: survey quota --help');
  });
});

describe('a mistyped line', () => {
  it.each([
    [
      'import a.csv --kind row',
      '--kind <loại>: không nhận giá trị “row”; chỉ nhận: rows, tallies',
      'survey import',
    ],
    [
      'import a.csv --header-row x',
      '--header-row <dòng>: không nhận giá trị “x”; phải là số nguyên',
      'survey import',
    ],
    ['import', 'thiếu tham số: <tệp>', 'survey import'],
    ['plan valdate', 'không có lệnh này: valdate (có phải validate?)', 'survey plan'],
    ['imprt', 'không có lệnh này: imprt (có phải import?)', 'survey'],
    ['quota --plam x', 'không có tùy chọn này: --plam (có phải --plan?)', 'survey quota'],
    ['returns undo a b', 'thừa tham số: lệnh này nhận 1, ở đây có 2', 'survey returns undo'],
    [
      'quota --lang en --strikt',
      "unknown option '--strikt' (Did you mean --strict?)",
      'survey quota',
    ],
  ])('survey %s', async (line, sentence, command) => {
    const { code, err } = await said(line);
    expect(code).toBe(2);
    const see = line.includes('--lang en') ? 'See' : 'Xem';
    expect(err).toBe(`${sentence}\n${see}: ${command} --help\n`);
  });
});
