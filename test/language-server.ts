/** The YAML language server of editors, over stdio: just enough of its protocol to ask what an editor asks. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

export interface Editor {
  /** Shows a file to the server and waits for what it finds wrong. */
  readonly open: (uri: string, text: string) => Promise<readonly Diagnostic[]>;
  readonly hover: (uri: string, line: number, character: number) => Promise<string>;
  /** The labels offered. */
  readonly complete: (uri: string, line: number, character: number) => Promise<readonly string[]>;
  readonly close: () => void;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the protocol says
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the protocol says
  readonly result?: any;
}

const server = join(
  import.meta.dirname,
  '../node_modules/yaml-language-server/bin/yaml-language-server',
);

const settings = {
  yaml: { schemaStore: { enable: false }, validate: true, hover: true, completion: true },
};

/** Starts the server; a text says why it cannot be asked. */
export async function startEditor(): Promise<Editor | string> {
  if (!existsSync(server)) return 'yaml-language-server is not installed';
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe' });
  const failed = new Promise<string>((resolve) => {
    child.once('error', (error) =>
      resolve(`yaml-language-server does not start: ${error.message}`),
    );
    child.once('exit', (code) => resolve(`yaml-language-server ended with ${code}`));
    setTimeout(() => resolve('yaml-language-server does not answer'), 10_000).unref();
  });
  const answers = new Map<number, (result: Message['result']) => void>();
  const found = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  let count = 0;
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = async (method: string, params: object): Promise<Message['result']> => {
    count += 1;
    const id = count;
    const answered = new Promise<Message['result']>((resolve) => answers.set(id, resolve));
    send({ id, method, params });
    return await answered;
  };
  const take = ({ id, method, params, result }: Message): void => {
    if (method === undefined) answers.get(Number(id))?.(result);
    else if (method === 'textDocument/publishDiagnostics') {
      found.get(params.uri)?.(params.diagnostics);
    } else if (id !== undefined) {
      const asked = method === 'workspace/configuration' ? params.items : null;
      const sections = asked?.map(({ section }: { section: keyof typeof settings }) => {
        return settings[section] ?? null;
      });
      send({ id, result: sections ?? null });
    }
  };
  readMessages(child.stdout, take);
  const initialized = ask('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown'] } },
      workspace: { configuration: true },
    },
  });
  const failure = await Promise.race([failed, initialized.then(() => null)]);
  if (failure !== null) {
    child.kill();
    return failure;
  }
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings } });
  const at = (uri: string, line: number, character: number): object => {
    return { textDocument: { uri }, position: { line, character } };
  };
  return {
    open: async (uri, text) => {
      const diagnosed = new Promise<readonly Diagnostic[]>((resolve) => found.set(uri, resolve));
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
      return await diagnosed;
    },
    hover: async (uri, line, character) => {
      const result = await ask('textDocument/hover', at(uri, line, character));
      return result?.contents?.value ?? '';
    },
    complete: async (uri, line, character) => {
      const result = await ask('textDocument/completion', at(uri, line, character));
      return (result?.items ?? []).map(({ label }: { label: string }) => label);
    },
    close: () => {
      child.kill();
    },
  };
}

function readMessages(stream: NodeJS.ReadableStream, take: (message: Message) => void): void {
  let held = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const end = held.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(held.subarray(0, end).toString())?.[1]);
      if (end < 0 || held.length < end + 4 + length) return;
      const body = held.subarray(end + 4, end + 4 + length).toString();
      held = held.subarray(end + 4 + length);
      take(JSON.parse(body) as Message);
    }
  });
}
