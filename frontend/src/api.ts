// Speaking with the server on this machine.

import type { Problem } from "./model/types";

export class Refused extends Error {
  constructor(message: string, readonly problems: Problem[] = []) { super(message); }
}

async function answered(response: Response): Promise<Response> {
  if (response.ok) return response;
  const said = await response.json().catch(() => ({ message: `${response.status} ${response.statusText}` }));
  throw new Refused(said.message, said.problems ?? []);
}

const options = (body: unknown, signal?: AbortSignal): RequestInit => ({
  method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  ...(signal ? { signal } : {}),
});

export async function get<Found>(path: string): Promise<Found> {
  return (await answered(await fetch(`api/${path}`))).json();
}
export async function getText(path: string): Promise<string> {
  return (await answered(await fetch(`api/${path}`))).text();
}
export async function post<Found>(path: string, body: unknown, signal?: AbortSignal): Promise<Found> {
  return (await answered(await fetch(`api/${path}`, options(body, signal)))).json();
}
export async function file(path: string, body: unknown): Promise<Blob> {
  return (await answered(await fetch(`api/${path}`, options(body)))).blob();
}

/** Server-sent events of a job; ends when the job does, throws when the server goes away. */
export async function* events(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<[string, any]> {
  const response = await answered(await fetch(`api/${path}`, options(body, signal)));
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
      if (name === "trouble") throw new Refused(found.message, found.problems);
      yield [name, found];
    }
  }
}
