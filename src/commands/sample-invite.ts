/** `survey sample invite`: a code for everybody who answers online; names and codes in one file, hashes in another. */
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderCsv, renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { plainInvitation } from '../people/invitation.ts';
import { type Person, whereRow } from '../people.ts';
import {
  codeBytes,
  codeFrom,
  type Invitation,
  type Invitational,
  invitationsIn,
  invite,
  mailingColumns,
  mailingPage,
} from '../sample/invite.ts';
import { peopleAsked, type Replacement } from '../sample/replace.ts';
import type { GroupDraw } from '../sample.ts';
import type { Table } from '../table.ts';
import { type ExitCode, exit } from './exit.ts';
import { readKept } from './kept-table.ts';
import type { WriteOptions } from './options.ts';
import type { Survey } from './read-quotas.ts';
import { readReplacements } from './replacement-log.ts';
import { readStanding, type Standing, sha256 } from './sample-read.ts';
import { refuse, say, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';
import { workbookOptions } from './workbook.ts';

export async function sampleInvite(options: WriteOptions, io: Io): Promise<ExitCode> {
  const { standing, sources } = await readStanding(options.plan, io);
  if (!standing.ok) return refuse(standing.findings, options, io, sources);
  const { survey, drawn, record } = standing.value;
  const log = await readReplacements(standing.value, io);
  if (!log.ok) return refuse(log.findings, options, io);
  const own = log.value.filter((one) => one.draw === record.draw_id);
  const groups = drawn.groups.flatMap((one) => {
    const asked = askedOnline(standing.value, one, own);
    return asked.length === 0 ? [] : [{ drawn: one, asked }];
  });
  const { address } = survey.plan.fieldwork;
  if (address === null && groups.length > 0) {
    const names = groups.map(({ drawn: { group } }) => group.name);
    return refuse(
      [finding('sample/no-address', survey.where.file(), { groups: names })],
      options,
      io,
      sources,
    );
  }
  const plans: GroupInvitations[] = [];
  const findings: Finding[] = [];
  for (const one of groups) {
    const to = { list: one.drawn.list, draw: record.draw_id, address: address ?? '' };
    const planned = await invitations(one.drawn, one.asked, to, survey, io);
    findings.push(...planned.findings);
    if (planned.ok) plans.push(planned.value);
  }
  if (groups.length === 0) findings.push(finding('sample/nobody-online', survey.where.file(), {}));
  if (hasErrors(findings) || stops(findings, options))
    return refuse(findings, options, io, sources);
  return write(plans, findings, options, io);
}

/** Everybody of a group that answers online, and whoever the log sends to the online form. */
function askedOnline(
  { survey }: Standing,
  drawn: GroupDraw,
  log: readonly Replacement[],
): readonly Person[] {
  const { people: id } = drawn.group;
  const online = survey.plan.groups.some((one) => one.people === id && one.mode === 'online');
  const moved = new Set(
    log.filter(({ group, next }) => group === id && next === 'online').map(({ row }) => row),
  );
  return peopleAsked(drawn, log)
    .map(({ person }) => person)
    .filter(({ row }) => online || moved.has(row));
}

interface GroupInvitations {
  readonly group: string;
  readonly added: number;
  readonly changed: number;
  readonly total: number;
  readonly files: readonly { readonly path: string; readonly content: Uint8Array | string }[];
}

async function invitations(
  { group, list }: GroupDraw,
  asked: readonly Person[],
  to: Omit<Invitational, 'newCode'>,
  { plan, folder }: Survey,
  io: Io,
): Promise<Checked<GroupInvitations>> {
  const stem = join(folder, 'frame', 'invitations', group.people);
  const [mailing, codes] = [`${stem}.csv`, `${stem}.codes.csv`];
  const earlier = await readKept(mailing, mailingColumns, io);
  const hashes = await readKept(codes, codeColumns, io);
  const broken = [...earlier.findings, ...hashes.findings];
  if (!earlier.ok || !hashes.ok) return { ok: false, findings: broken };
  if (earlier.value === null && (hashes.value?.rows.length ?? 0) > 0) {
    const at = { kind: 'file', file: codes } as const;
    return { ok: false, findings: [finding('sample/invitations-apart', at, { mailing })] };
  }
  const before = earlier.value === null ? [] : invitationsIn(earlier.value);
  const newCode = (): string => codeFrom(io.randomBytes(codeBytes));
  const invited = invite(asked, before, { ...to, newCode });
  const without = asked.filter(({ email }) => email === '');
  const findings: Finding[] = without.map(({ row }) =>
    finding('sample/no-email', whereRow(list, row, list.positions.email), {}),
  );
  if (invited.left > 0) {
    const at = { kind: 'file', file: mailing } as const;
    findings.push(finding('sample/invitations-kept', at, { count: invited.left }));
  }
  // The mailing list first: the hashes follow from it, so a run that was cut off is mended by the next.
  const page = mailingPage(invited.invitations);
  const { renderWorkbook } = await import('../formats/xlsx-write.ts');
  const files = [
    { path: mailing, content: renderCsv(page, { forPeople: true }) },
    {
      path: `${stem}.xlsx`,
      content: await renderWorkbook([page], workbookOptions(plan, io.lang)),
    },
    { path: codes, content: hashText(group.people, invited.invitations, hashes.value) },
  ];
  const total = invited.invitations.length;
  const { added, changed } = invited;
  return { ok: true, value: { group: group.people, added, changed, total, files }, findings };
}

const codeColumns = ['sha256', 'group', 'unit', 'place'] as const;

/** Every code's hash, earlier ones too, in an order that says nothing of the mailing list's. */
function hashText(group: string, all: readonly Invitation[], earlier: Table | null): string {
  const rows = new Map<string, (string | null)[]>();
  for (const { cells } of earlier?.rows ?? []) rows.set(cells[0] ?? '', [...cells]);
  for (const { code, unit, place } of all) {
    const hash = sha256(plainInvitation(code));
    rows.set(hash, [hash, group, unit, place]);
  }
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  return renderRows(codeColumns, sorted);
}

async function write(
  groups: readonly GroupInvitations[],
  findings: readonly Finding[],
  options: WriteOptions,
  io: Io,
): Promise<ExitCode> {
  const files = groups.flatMap((group) => group.files);
  if (!options.dryRun) for (const { path, content } of files) await io.write(path, content);
  const paths = files.map(({ path }) => path);
  if (options.json) {
    const counts = groups.map(({ files: _files, ...count }) => count);
    io.out(
      renderJson({
        ok: true,
        groups: counts,
        files: paths,
        findings: findingsJson(findings, io.lang),
      }),
    );
  } else sayFindings(findings, options, io);
  sayWritten(io, paths, options.dryRun);
  for (const { group, added, changed, total } of groups) {
    if (changed > 0) {
      say(io, {
        vi: `Nhóm ${group}: đã cập nhật thông tin của ${changed} người có mã từ trước theo danh sách; mã giữ nguyên.`,
        en: `Group ${group}: ${changed} people with an earlier code are now written as on the list; they keep their codes.`,
      });
    }
    say(io, {
      vi: `Nhóm ${group}: ${added} mã mới, tất cả ${total} mã. Gửi thư theo danh sách .csv (chương trình đọc lại tệp này) hoặc .xlsx; chỉ giao tệp .codes.csv cho nơi nhận câu trả lời (SHA-256 của mã viết hoa, bỏ dấu gạch nối).`,
      en: `Group ${group}: ${added} new codes, ${total} in all. Mail by the .csv list (which is read again) or the .xlsx; give only the .codes.csv to whoever takes in the answers (SHA-256 of the code in capitals, without hyphens).`,
    });
  }
  sayNext(io, `survey status --plan ${word(options.plan)}`);
  return exit.done;
}
