// What a number means, as short as a name.

/** The first clause of a sentence, without its full stop; cut between words if it is long. */
export function brief(text: string, most = 64): string {
  const clause = text.replaceAll("`", "").split(/[;:]\s|\.\s/)[0]!.replace(/[.,]$/, "");
  if (clause.length <= most) return clause;
  const cut = clause.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[,–—\s]+$/, "")} …`;
}
