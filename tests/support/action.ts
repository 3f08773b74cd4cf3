import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';

/* Runs the steps of action.yml as a runner does, in the shell they name, with their inputs filled in. */

const root = join(import.meta.dirname, '..', '..');

interface Step {
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

export interface Built {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** One run in a checkout. `event`: what the runner hands over of what happened. `inputs` that the action does not have are refused. */
export async function runAction(
  checkout: string,
  inputs: Readonly<Record<string, string>>,
  { event = {}, api = '', temp }: { readonly event?: object; readonly api?: string; readonly temp: string },
): Promise<Built> {
  const files = { event: join(temp, 'event.json'), output: join(temp, 'output'), summary: join(temp, 'summary') };
  writeFileSync(files.event, JSON.stringify(event));
  writeFileSync(files.output, '');
  writeFileSync(files.summary, '');
  const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`no input of the action: ${unknown.join(', ')}`);
  const world = {
    PATH: process.env['PATH'] ?? '',
    HOME: temp,
    GITHUB_ACTION_PATH: root,
    GITHUB_API_URL: api,
    GITHUB_BASE_REF: 'main',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_HEAD_REF: 'dearer-steel',
    GITHUB_OUTPUT: files.output,
    GITHUB_REPOSITORY: 'acme/catalogue',
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: temp,
  };
  let log = '';
  let code: number | null = 0;
  for (const step of action.runs.steps) {
    const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, inputs)] as const);
    const ended = await shell(step, checkout, { ...world, ...Object.fromEntries(own) });
    log += ended.log;
    ({ code } = ended);
    if (code !== 0) break;
  }
  const outputs = readFileSync(files.output, 'utf8').trim().split('\n');
  return {
    code,
    log,
    outputs: Object.fromEntries(outputs.map((line) => line.split('=', 2))) as Record<string, string>,
    summary: readFileSync(files.summary, 'utf8'),
  };
}

function filled(text: string, inputs: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ *(.*?) *\}\}/g, (_, expression: string) => {
    const [, input] = /^inputs\.([a-z-]+)$/.exec(expression) ?? [];
    if (expression === 'github.token') return 'token-of-the-run';
    if (input === undefined || !(input in action.inputs)) throw new Error(`cannot be filled in: ${expression}`);
    return inputs[input] ?? filled(action.inputs[input]?.default ?? '', inputs);
  });
}

function shell(
  { shell: name, run }: Step,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly log: string }> {
  if (name !== 'bash') throw new Error(`another shell: ${name}`);
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run], { cwd, env });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (log += bytes.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
  });
}

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
}

/** A server that keeps comments as that of GitHub does, and what was asked of it. */
export async function openComments(): Promise<{
  readonly url: string;
  readonly comments: Comment[];
  readonly asked: string[];
  /** The answer to everything that writes, in place of doing it. */
  refuse: number | null;
  readonly close: () => void;
}> {
  const comments: Comment[] = [];
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (bytes: Buffer) => (text += bytes.toString()));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url}`);
      const [status, answer] = answerTo(request.method ?? '', request.url ?? '', text);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  const answerTo = (method: string, url: string, text: string): readonly [number, unknown] => {
    if (url === '/user') return [403, {}];
    if (method === 'GET') {
      const page = Number(/[?&]page=(\d+)/.exec(url)?.[1] ?? 1);
      return [200, comments.slice((page - 1) * 100, page * 100)];
    }
    if (room.refuse !== null) return [room.refuse, {}];
    const { body } = JSON.parse(text) as { readonly body: string };
    if (method === 'POST') {
      comments.push({ id: comments.length + 1, body, user: { login: 'github-actions[bot]', type: 'Bot' } });
      return [201, {}];
    }
    const found = comments.find(({ id }) => url.endsWith(`/comments/${id}`));
    if (!found) return [404, {}];
    found.body = body;
    return [200, found];
  };
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const room = { url, comments, asked, refuse: null as number | null, close: () => void server.close() };
  return room;
}
