import "./fonts.css";
import "./style.css";
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { stateAt } from "./model/state";
import { allPlaces, axis, labelsShown, legendShown, playing, scenario, seek, speed, step, t, toggle, world } from "./play";
import { compiling } from "./api";
import { card, changed, flip, lost, more, speak, start, tab, TABS, waiting } from "./store";
import { Chronicle } from "./view/Chronicle";
import { Header, Lost, Notice, takeDrop } from "./view/Header";
import { useCover } from "./view/cover";
import { frames, MapView } from "./view/Map";
import { stamp } from "./view/Named";
import { RoadSheet, Strip } from "./view/Strip";
import { Worlds } from "./view/Worlds";
import { lang, say } from "./words";

const VIEWS = { worlds: Worlds, chronicle: Chronicle };

function App() {
  useEffect(() => void start(), []);
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  // On a phone the panel lies under the map: another one begins at its head, not where the last was left.
  useEffect(() => {
    const panel = document.getElementById("panel")!;
    if (panel.getBoundingClientRect().top < 0) panel.scrollIntoView();
  }, [tab.value]);
  const later = more.value;
  const View = { ...VIEWS, ...later }[tab.value];
  const shown = scenario.value, told = world.value;
  return (
    <div class="page" onDragOver={(event) => event.preventDefault()} onDrop={takeDrop} data-ready={!waiting.value}>
      <a class="skip" href="#panel">{say("page-skip")}</a>
      <Header />
      <main>
        <div class="stage">
          <MapView onOpen={(kind, id) => (card.value = { kind, id })}
            {...(shown && told ? { note: stamp(told.world) } : {})} />
          {compiling.value !== null ? <Compiling since={compiling.value} /> : waiting.value && shown && !lost.value && <p class="sheet late" role="status">{say("page-first-world")}</p>}
          <RoadSheet />
          <Strip />
        </div>
        <div class="side" id="panel" tabIndex={-1}>
          <nav class="tabs" role="tablist" aria-label={say("page-panels")}>
            {TABS.map((name) => <button key={name} role="tab" id={`tab-${name}`} aria-selected={tab.value === name} aria-controls="view" tabIndex={tab.value === name ? 0 : -1}
              onClick={() => (tab.value = name)} onKeyDown={(event) => {
                const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
                if (!way) return;
                event.preventDefault(); event.stopPropagation();
                tab.value = TABS[(TABS.indexOf(name) + way + TABS.length) % TABS.length]!;
                document.getElementById(`tab-${tab.value}`)?.focus();
              }}>{say(`page-tab-${name}`)}</button>)}
          </nav>
          <Notice />
          <div class="view" id="view" role="tabpanel" aria-labelledby={`tab-${tab.value}`} key={tab.value}>{shown && View ? <View /> : lost.value ? <Lost /> : <p>{say("page-loading")}</p>}</div>
        </div>
      </main>
      {later && <later.CardDialog />}
    </div>
  );
}

/** The rules are compiled once; until then there is no world to show. */
function Compiling({ since }: { since: number }) {
  const sheet = useRef<HTMLDivElement>(null);
  useCover(sheet);
  return (
    <div class="sheet" ref={sheet} role="status"><p><b>{say("page-compiling")}</b></p><p>{say("page-compiling-once")}</p>
      <p aria-hidden="true">{say("page-compiling-since", { n: since })}</p></div>);
}

const SIGNS: { [code: string]: string | undefined } = { Comma: ",", Period: "." };
function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (target.closest("input:not(.scrub), select, textarea")) return;
  const free = !target.closest("button, a, summary, input");
  const jobs: { [key: string]: (() => void) | undefined } = {
    " ": world.value && (free || target.closest(".map")) ? toggle : undefined,
    ArrowLeft: () => (event.shiftKey ? seek(t.value - 600) : step(-1)),
    ArrowRight: () => (event.shiftKey ? seek(t.value + 600) : step(1)),
    Home: () => seek(axis.value.roadFrom ?? axis.value.from),
    End: () => seek(axis.value.to),
    ",": () => (speed.value = Math.max(1, Math.round(speed.value / 1.5))),
    ".": () => (speed.value = Math.min(240, Math.round(speed.value * 1.5))),
    l: () => (labelsShown.value = !labelsShown.value), n: () => (allPlaces.value = !allPlaces.value), k: () => (legendShown.value = !legendShown.value),
    p: () => (card.value = { kind: "places", id: "" }), r: () => void speak(lang.value === "ru" ? "en" : "ru"),
    a: changed.value ? () => void flip("a") : undefined, b: changed.value ? () => void flip("b") : undefined,
    "?": () => (card.value = { kind: "help", id: "" }),
  };
  const number = Number(event.key);
  // Letters by their place on the keyboard, so that they work with a Russian layout too.
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? SIGNS[event.code] ?? event.key;
  const job = number >= 1 && number <= TABS.length ? () => (tab.value = TABS[number - 1]!) : jobs[letter];
  if (!job) return;
  if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") playing.value = false;
  job();
  event.preventDefault();
}

// What a script, or a test, may ask the page.
Object.assign(globalThis, { malaparte: { stateAt, scenario, world, t, playing, frames, seek, speed } });
render(<App />, document.getElementById("app")!);
