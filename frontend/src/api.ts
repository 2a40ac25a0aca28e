// Speaking with the server on this machine.

import { signal } from "@preact/signals";
import type { Problem } from "./model/types";
import { lang } from "./words";

export class Refused extends Error {
  constructor(message: string, readonly problems: Problem[] = [], readonly code = "") { super(message); }
}

/** For how many seconds the server has been compiling the rules, while something waits for them. */
export const compiling = signal<number | null>(null);
let waiting = 0;

/** What the server answers while it compiles. */
const FREE = new Set(["scenario", "numbers", "cards", "check"]);
const AGAIN = 1000; // milliseconds between two questions whether the rules are there
let rules: Promise<void> | null = null;
/** Wait until the rules are compiled: what needs them is not asked before. */
function compiled(): Promise<void> {
  return (rules ??= (async () => {
    for (;;) {
      const said = await get<{ ready: boolean; seconds: number }>("ready");
      if (said.ready) return;
      compiling.value = said.seconds;
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  })().catch((error: unknown) => { rules = null; throw error; }).finally(() => (compiling.value = null)));
}

/** While an answer is awaited the page says so. */
async function answered(ask: () => Promise<Response>): Promise<Response> {
  const mark = (by: 1 | -1): void => void document.documentElement.toggleAttribute("data-busy", (waiting += by) > 0);
  mark(1);
  try {
    const response = await ask();
    if (response.ok) return response;
    const said = await response.json().catch(() => ({ message: `${response.status} ${response.statusText}` }));
    throw new Refused(said.message, said.problems ?? [], said.code ?? "");
  } finally {
    mark(-1);
  }
}

/** The server tells what is wrong in the language of the page. */
const spoken = (): Record<string, string> => ({ "accept-language": lang.value });
const options = (body: unknown, signal?: AbortSignal): RequestInit => ({
  method: "POST", headers: { "content-type": "application/json", ...spoken() }, body: JSON.stringify(body),
  ...(signal ? { signal } : {}),
});

export async function get<Found>(path: string): Promise<Found> {
  return (await answered(() => fetch(`api/${path}`, { headers: spoken() }))).json();
}
export async function getText(path: string): Promise<string> {
  return (await answered(() => fetch(`api/${path}`, { headers: spoken() }))).text();
}
export async function post<Found>(path: string, body: unknown, signal?: AbortSignal): Promise<Found> {
  if (!FREE.has(path)) await compiled();
  return (await answered(() => fetch(`api/${path}`, options(body, signal)))).json();
}
export async function file(path: string, body: unknown): Promise<Blob> {
  await compiled();
  return (await answered(() => fetch(`api/${path}`, options(body)))).blob();
}

/** Server-sent events of a job; ends when the job does, throws when the server goes away. */
export async function* events(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<[string, any]> {
  await compiled();
  const response = await answered(() => fetch(`api/${path}`, options(body, signal)));
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    waiting += value;
    const parts = waiting.split("\n\n");
    waiting = parts.pop()!;
    for (const part of parts) {
      const name = /^event: (.*)$/m.exec(part)?.[1], data = /^data: (.*)$/m.exec(part)?.[1];
      if (!name || !data) continue;
      const found = JSON.parse(data);
      if (name === "trouble") throw new Refused(found.message, found.problems, found.code);
      yield [name, found];
    }
  }
}
