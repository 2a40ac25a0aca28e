// What a number means, as short as a name, and whose it is.

import type { Scenario, Text } from "./types";

/** Whose a number is by its path: of a unit, a squad, a guarded place; nothing where it is everybody's. */
export function ownerOf(shown: Scenario, path: string): Text | undefined {
  const { places, squads, leaders, units, districts, reserves, road } = shown;
  const all: Record<string, { id: string; name: Text }[]> = {
    places, guards: places, squads, leaders, units, districts, shocks: road?.shocks ?? [],
    reserves: reserves.map(({ id, place }) => ({ id, name: places[place]!.name })),
  };
  const parts = path.split("."), at = parts.findIndex((part) => part in all);
  return at < 0 ? undefined : all[parts[at]!]!.find((one) => one.id === parts[at + 1])?.name;
}

/** The first clause of a sentence, without its full stop; cut between words if it is long. */
export function brief(text: string, most = 64): string {
  const clause = text.replaceAll("`", "").split(/[;:]\s|\.\s/)[0]!.replace(/[.,]$/, "");
  if (clause.length <= most) return clause;
  const cut = clause.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[,–—\s]+$/, "")} …`;
}
