/** What Commander itself puts into help, in Vietnamese; the sentences of our commands stand in the table. */
import type { Argument, Command, HelpConfiguration, Option } from 'commander';

/** For `configureHelp`. */
export const vietnameseHelp: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  commandUsage: (command) => {
    const names: string[] = [];
    for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name());
    return `${names.join(' ')} ${inVietnamese(command.usage())}`;
  },
  subcommandTerm: (command) => {
    const given = command.registeredArguments.map(argumentTerm);
    const options = command.options.length > 0 ? ['[tùy chọn]'] : [];
    return [command.name(), ...options, ...given].join(' ');
  },
  optionTerm: (option) => inVietnamese(option.flags),
  argumentTerm: (argument) => placeholders[argument.name()] ?? argument.name(),
  optionDescription: (option) => described(option, option.argChoices, defaultOf(option)),
  argumentDescription: (argument) =>
    described(argument, argument.argChoices, argument.defaultValue),
};

/** `<files...>` → `<tệp...>`: the placeholders of a usage line or an option. */
export function inVietnamese(text: string): string {
  return text.replace(/([<[])([a-z-]+)(\.\.\.)?([>\]])/g, (_all, open, name, dots = '', close) => {
    return `${open}${placeholders[name] ?? name}${dots}${close}`;
  });
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách gõ:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Các lệnh:',
};

const placeholders: Readonly<Record<string, string>> = {
  code: 'mã',
  command: 'lệnh',
  count: 'số',
  file: 'tệp',
  files: 'tệp',
  group: 'nhóm',
  id: 'mã',
  ids: 'mã',
  kind: 'loại',
  lang: 'ngôn-ngữ',
  list: 'các-số',
  name: 'tên',
  options: 'tùy chọn',
  path: 'đường-dẫn',
  points: 'điểm',
  record: 'biên-bản',
  row: 'dòng',
  text: 'chữ',
};

function argumentTerm(argument: Argument): string {
  const name = placeholders[argument.name()] ?? argument.name();
  const dots = argument.variadic ? '...' : '';
  return argument.required ? `<${name}${dots}>` : `[${name}${dots}]`;
}

/** A flag that is off unless given has no default worth a word. */
function defaultOf(option: Option): unknown {
  return option.required || option.optional ? option.defaultValue : undefined;
}

function described(
  { description }: { readonly description: string },
  choices: readonly string[] | undefined,
  preset: unknown,
): string {
  const notes = [
    ...(choices === undefined ? [] : [`chọn: ${choices.join(', ')}`]),
    ...(preset === undefined ? [] : [`mặc định: ${String(preset)}`]),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
}
