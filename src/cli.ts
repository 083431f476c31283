/**
 * The command table: what `survey` can be asked and which file answers.
 *
 *     plan.yaml → Plan → quotas → packets → returns → tallies → scores → report
 *
 * Every command imports its own code when it runs, so that `survey --help` loads none of it.
 */
import { Argument, Command, CommanderError, Option } from 'commander';
import { type ExitCode, exit } from './commands/exit.ts';
import { vietnameseHelp } from './commands/help-words.ts';
import { type CommandSpec, commandTable } from './commands/table.ts';
import type { Lang } from './findings/finding.ts';
import { EnvironmentProblem, type Io } from './io.ts';
import { version } from './version.ts';

/** Runs one command line (without `node` and the script) and answers with its exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = langOf(argv) ?? io.lang;
  const colour = io.terminal.colour && !argv.includes('--no-color');
  const shell: Io = { ...io, lang, terminal: { ...io.terminal, colour } };
  let code: ExitCode = exit.done;
  const program = buildProgram(shell, (answer) => {
    code = answer;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (problem) {
    return failure(problem, shell, () => commandNamed(program, argv));
  }
}

/** The program with all its commands; `--help` texts are in the reader's language. */
export function buildProgram(io: Io, answer: (code: ExitCode) => void): Command {
  const program = new Command('survey');
  const texts = programTexts[io.lang];
  program
    .description(texts.description)
    .version(version, '-V, --version', texts.version)
    .helpOption('-h, --help', texts.help)
    .helpCommand('help [command]', texts.helpCommand)
    .addHelpText('after', `\n${texts.after}`)
    // `survey --lang en new` as well as `survey new --lang en`.
    .enablePositionalOptions();
  addOptions(shape(program, io), everywhere, io.lang);
  const parents = new Map<string, Command>();
  for (const spec of commandTable) {
    const [first, second] = spec.name.split(' ');
    let parent = program;
    if (second !== undefined && first !== undefined) {
      parent = parents.get(first) ?? addGroup(program, first, io);
      parents.set(first, parent);
    }
    const command = addCommand(parent, spec, io, answer);
    // `survey check` does something itself, and has commands of its own.
    if (parent === program) parents.set(spec.name, command.helpCommand(false));
  }
  return program;
}

function addGroup(program: Command, name: string, io: Io): Command {
  const group = addOptions(shape(program.command(name), io), everywhere, io.lang);
  return group.description(groupTexts[name]?.[io.lang] ?? '').helpCommand(false);
}

function addCommand(
  parent: Command,
  spec: CommandSpec,
  io: Io,
  answer: (code: ExitCode) => void,
): Command {
  const command = shape(parent.command(spec.name.split(' ').at(-1) ?? spec.name), io);
  command.description(spec.description[io.lang]);
  for (const argument of spec.arguments) {
    command.addArgument(new Argument(argument.syntax, argument.description[io.lang]));
  }
  addOptions(command, [...spec.options, ...everywhere], io.lang);
  command.action(async (...given: unknown[]) => {
    const options = command.opts<Record<string, unknown>>();
    const values = given.slice(0, spec.arguments.length);
    const start = await spec.load();
    answer(await start(values, options, io));
  });
  return command;
}

function addOptions(command: Command, options: CommandSpec['options'], lang: Lang): Command {
  for (const option of options) {
    const added = new Option(option.flags, option.description[lang]);
    if (option.default !== undefined) added.default(option.default);
    if (option.choices !== undefined) added.choices([...option.choices]);
    if (option.parse !== undefined) added.argParser(option.parse);
    command.addOption(added);
  }
  return command;
}

/** Texts through `Io`, errors thrown instead of ending the process, help in the reader's language. */
function shape(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .configureHelp(io.lang === 'vi' ? vietnameseHelp : {})
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: () => undefined,
      getOutHelpWidth: () => io.terminal.width,
      getErrHelpWidth: () => io.terminal.width,
      getOutHasColors: () => io.terminal.colour,
      getErrHasColors: () => io.terminal.colour,
    })
    .helpOption('-h, --help', programTexts[io.lang].help);
}

/** What went wrong in words; what writes them is only loaded when something did. */
async function failure(problem: unknown, io: Io, asked: () => string): Promise<ExitCode> {
  if (problem instanceof CommanderError && problem.exitCode === 0) return exit.done;
  const { bugText, usageText } = await import('./commands/failure.ts');
  if (problem instanceof CommanderError) {
    io.err(usageText(problem, asked(), io.lang));
    return exit.usage;
  }
  if (problem instanceof EnvironmentProblem) {
    const { problemSentence } = await import('./findings/environment.ts');
    io.err(`${problemSentence(problem.kind, problem.path, io.lang)}\n`);
    return exit.environment;
  }
  io.err(bugText(problem, io.lang));
  return exit.bug;
}

/** The command that a line asks for, as far as its words name one: `survey import`. */
function commandNamed(program: Command, argv: readonly string[]): string {
  let command = program;
  const names = [program.name()];
  const words = argv.filter(
    (word, at) => !word.startsWith('--lang') && argv[at - 1] !== '--lang' && word !== '--no-color',
  );
  for (const word of words) {
    const next = command.commands.find((one) => one.name() === word);
    if (next === undefined) break;
    names.push(word);
    command = next;
  }
  return names.join(' ');
}

function langOf(argv: readonly string[]): Lang | null {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at];
  const value = word === '--lang' ? argv[at + 1] : word?.slice('--lang='.length);
  return value === 'vi' || value === 'en' ? value : null;
}

const everywhere: CommandSpec['options'] = [
  {
    flags: '--lang <lang>',
    description: { vi: 'ngôn ngữ: vi hoặc en', en: 'language: vi or en' },
    choices: ['vi', 'en'],
  },
  {
    flags: '--no-color',
    description: { vi: 'không dùng màu', en: 'no colour' },
  },
];

const groupTexts: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  plan: {
    vi: 'Phương án điều tra: kiểm tra, xem, lược đồ, văn bản, lịch',
    en: 'The plan: check it, read it, its schema, papers and calendar',
  },
  sample: {
    vi: 'Danh sách và rút mẫu: kiểm tra, rút, kiểm chứng, mời, thay người',
    en: 'Lists and draws: check, draw, verify, invite, replace',
  },
  returns: {
    vi: 'Phiếu đã nhập: xem, hoàn tác, xuất',
    en: 'What has been imported: list, undo, dump',
  },
};

const programTexts = {
  vi: {
    description:
      'Một cuộc điều tra xã hội học từ phương án đến bảng xếp hạng: plan → quota → packet → import → score → report.',
    version: 'in số phiên bản',
    help: 'xem trợ giúp',
    helpCommand: 'xem trợ giúp của một lệnh',
    after:
      'Mã thoát: 0 xong · 1 tệp của bạn có lỗi · 2 gõ lệnh sai · 3 máy (tệp bị khóa, thiếu quyền, đầy đĩa)\n4 đã nhập nhưng có dòng bị loại · 5 kho phiếu đang bận · 70 lỗi của chương trình.\nBắt đầu: survey new',
  },
  en: {
    description:
      'One sociological survey from its plan to its ranking: plan → quota → packet → import → score → report.',
    version: 'print the version',
    help: 'show help',
    helpCommand: 'show help for a command',
    after:
      'Exit codes: 0 done · 1 your files have errors · 2 wrong usage · 3 the machine (locked file, no rights, full disk)\n4 imported, with rejected rows · 5 the store is busy · 70 a bug of ours.\nStart with: survey new',
  },
} as const;
