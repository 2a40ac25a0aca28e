// What is documented, and what the story only says.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { scenario } from "../play";
import { card, cards, needCards, tab } from "../store";
import { say, tell } from "../words";

export function Record() {
  useEffect(() => void needCards(), [scenario.value?.ref]);
  const only = useSignal("");
  const shown = scenario.value, known = cards.value;
  if (!shown) return null;
  const claims = Object.entries(known?.claims ?? {});
  return (
    <>
      <section>
        <h2>{say("page-what-is-known")}</h2>
        <div class="honest">
          <p><b>{say("page-reading-tells")}</b></p>
          <p class="serif">{tell(shown.summary)}</p>
          <p>{say("basis-line", shown.basis as any)} {say("basis-unseen", { n: shown.basis.unseen })}</p>
          <p>{say("page-not-a-probability")}</p>
          <button class="wide" onClick={() => (tab.value = "numbers")}>{say("page-all-numbers")}</button>
        </div>
      </section>
      {claims.length > 0 && (
        <section>
          <h2>{say("page-claims")}</h2>
          <div class="grades">{["no", "partial", "yes", "unverified"].map((one) => (
            <button key={one} aria-pressed={only.value === one} onClick={() => (only.value = only.value === one ? "" : one)}>
              <Verdict conflict={one} /> {say(`page-conflict-${one}`)} <b>{claims.filter(([, claim]) => claim.conflict === one).length}</b></button>))}</div>
          <ul class="claims">{claims.filter(([, one]) => !only.value || one.conflict === only.value).map(([id, one]) => (
            <li key={id}><button class="claim" onClick={() => (card.value = { kind: "claim", id })}><Verdict conflict={one.conflict} /><span>{tell(one.says)}</span></button></li>))}</ul>
        </section>)}
    </>
  );
}

/** Whether historians contradict: a shape each. */
export function Verdict({ conflict }: { conflict: string }) {
  const sign = { no: "✓", partial: "≈", yes: "✕", unverified: "?" }[conflict] ?? "·";
  return <b class={`verdict v-${conflict}`} aria-hidden="true">{sign}</b>;
}
