// What the lesson file holds, and how its worlds are unpacked (malaparte.web.lesson, malaparte.web.pack).

import type { Sight } from "../model/state";
import type { Claim, Decision, Event, Kind, Lang, Passage, Posted, Scenario, Source, Text, World } from "../model/types";

export interface Step {
  id: string; title: Text; text: Text; show: "map" | "road" | "play" | "worlds" | "record" | "debrief";
  at: string | null; on: string | null; decide: string | null; options: string[]; claims: string[];
}
export interface LessonDot { world: number; was: number; now: number; log: number }
export interface LessonAnswer {
  do: Record<string, string>; outcomes: { label: string; share: number }[]; numbers: Record<string, number>;
  dots: LessonDot[]; typical: { world: number; log: number }; chronicle: Record<Lang, Passage[]>; guards: Posted[];
}
export interface LessonFile {
  lesson: {
    title: Text; minutes: number; steps: Step[]; questions: (Text & { listen: Text[] })[];
    roles: { side: string; name: Text; brief: Text; ask: Text }[]; teacher: (Text & { minutes: number })[];
  };
  scenario: Scenario; words: Record<Lang, string>; seed: number; worlds: number; road: World["road"]; heights: Record<string, number>;
  answers: LessonAnswer[]; sizes: number[]; events: string; claims: Record<string, Claim>; sources: Record<string, Source>;
}

/** What may be seen in a step: up to the truth only what the side that decides next knows, up to when it decides. */
export interface View { sight: Sight; decides: Step | null }
export function viewOf(steps: Step[], decisions: Decision[], at: number): View {
  const decides = steps.slice(at).find((one) => one.decide !== null) ?? null;
  return { decides, sight: decisions.find((one) => one.id === decides?.decide)?.side ?? "all" };
}

/** What turned in a world, told where there is no room for every fight. */
export const TELLING = new Set([
  "alarm", "half_begins", "taken", "retaken", "unit_takes", "unit_retakes", "person_arrested", "failure", "street_called", "flight",
  "rising", "army_over", "army_back", "power_begins", "power_ends", "seized", "ends", "authority_speaks", "strike", "held", "new_power_ends",
]);

/** Step, decisions and language as they stand in the address. */
export const record = (step: Step, chosen: Record<string, string>, lang: Lang): string => new URLSearchParams({ step: step.id, ...chosen, lang }).toString();

/** The same out of an address; nobody comes beyond a decision that has not been taken, and what is unknown is left. */
export function recall(address: string, steps: Pick<Step, "id" | "decide" | "options">[]): { step: number; chosen: Record<string, string>; lang: Lang | null } {
  const asked = new URLSearchParams(address.replace(/^#/, ""));
  const chosen: Record<string, string> = {};
  for (const { decide, options } of steps) {
    const option = decide === null ? null : asked.get(decide);
    if (decide !== null && option !== null && options.includes(option)) chosen[decide] = option;
  }
  const open = steps.findIndex((one) => one.decide !== null && !(one.decide in chosen));
  const step = Math.max(0, steps.findIndex((one) => one.id === asked.get("step")));
  const lang = (["en", "ru"] as const).find((one) => one === asked.get("lang")) ?? null;
  return { step: open < 0 ? step : Math.min(step, open), chosen, lang };
}

/** The events of one packed world; what was left out is -1. */
export function unpack(kinds: Kind[], bytes: Uint8Array): Event[] {
  let at = 0;
  const take = (): number => {
    let value = 0, scale = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error("the event log is cut off");
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const many = take(), events: Event[] = [];
  let t = 0;
  for (let seq = 0; seq < many; seq++) {
    t += take();
    const kind = take(), actor = take() - 1, place = take() - 1, target = take() - 1, raw = take();
    const value = raw % 2 ? -(raw + 1) / 2 : raw / 2;
    events.push([seq, t, kind, actor, place, target, kinds[kind]?.value === "arrival" ? value + t : value, -1]);
  }
  return events;
}

/** All logs of a file, inflated once. */
export async function logs(file: LessonFile): Promise<Uint8Array[]> {
  const packed = Uint8Array.from(atob(file.events), (char) => char.charCodeAt(0));
  const whole = new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
  let start = 0;
  return file.sizes.map((size) => whole.subarray(start, (start += size)));
}
