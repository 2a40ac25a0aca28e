import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { COLOURS, flag, wedge } from "../map/draw";
import { BLUE, INK, MARCH, PAPER, RED } from "../map/palette";
import { SvgPen, type Pen } from "../map/pen";
import { CHOICES } from "../model/state";
import type { Scenario } from "../model/types";
import { scenario } from "../play";
import { say } from "../words";
import { useCover } from "./cover";

const SIGNS: [string, (pen: Pen) => void][] = [
  ["legend-squad", (pen) => wedge(pen, 11, 11, 45, false)],
  ["legend-waiting", (pen) => wedge(pen, 11, 11, 45, true)],
  ["legend-group", (pen) => pen.disc(11, 11, 5, BLUE)],
  ["legend-obeys", (pen) => flag(pen, 5, 12, "obeys")],
  ["legend-waits", (pen) => flag(pen, 5, 12, "waits")],
  ["legend-joins", (pen) => flag(pen, 5, 12, "joins")],
  ["legend-beaten", (pen) => flag(pen, 5, 12, "beaten")],
  ["legend-unheld", (pen) => box(pen, PAPER)],
  ["legend-guarded", (pen) => { box(pen, PAPER); pen.disc(11, 11, 4, BLUE); }],
  ["legend-hidden", (pen) => { box(pen, PAPER); pen.disc(11, 11, 3.5, null, { colour: BLUE, width: 2 }); }],
  ["page-legend-warned", (pen) => { box(pen, PAPER); pen.disc(11, 11, 4, BLUE); pen.shape([[16, 4], [22, 4], [19, -1]], BLUE); }],
  ["legend-held", (pen) => box(pen, RED)],
  ["legend-contested", (pen) => pen.hatch(11, 11, 15)],
  ["page-legend-broken", (pen) => { box(pen, PAPER); pen.line([[4, 18], [18, 4]], { colour: INK, width: 1.6 }); }],
  ["page-legend-persons", (pen) => pen.shape([[11, 3], [19, 11], [11, 19], [3, 11]], PAPER, { colour: INK, width: 1.5 })],
  ["page-legend-taken", (pen) => pen.shape([[11, 3], [19, 11], [11, 19], [3, 11]], INK)],
  ["legend-march", (pen) => { pen.fade(0.5); pen.disc(11, 11, 9, MARCH); pen.fade(1); }],
  ["legend-crowd", (pen) => pen.glow(11, 11, 11, "crowd")],
];
const box = (pen: Pen, fill: string): void => pen.shape([[4, 4], [18, 4], [18, 18], [4, 18]], fill, { colour: INK, width: 1.6 });

/** Signs that only some scenarios can show. */
const ONLY: { [id: string]: ((shown: Scenario) => boolean) | undefined } = {
  ...Object.fromEntries(CHOICES.map((choice) => [`legend-${choice}`, (shown: Scenario) => shown.units.length > 0])),
  "legend-march": (shown) => shown.march !== null,
  "legend-crowd": (shown) => shown.districts.length > 0,
};
const ROAD = [["rumour", "road-rumour"], ["queue", "road-queue"], ["belief", "road-belief"]] as const;
const STAIRS = "M1 17V14H8V6H15V10H22";

export function Legend() {
  const shown = scenario.value;
  const list = useRef<HTMLUListElement>(null);
  useCover(list);
  const below = useSignal(false);
  const look = (): void => { const { scrollTop, clientHeight, scrollHeight } = list.current!; below.value = scrollTop + clientHeight < scrollHeight - 4; };
  useEffect(() => {
    const watch = new ResizeObserver(look);
    watch.observe(list.current!);
    return () => watch.disconnect();
  }, []);
  return (
    <ul class="legend" ref={list} tabIndex={0} aria-label={say("page-legend")} onScroll={look}>
      {SIGNS.filter(([id]) => shown && (ONLY[id]?.(shown) ?? true)).map(([id, draw]) => {
        const pen = new SvgPen(COLOURS);
        draw(pen);
        const svg = pen.picture(23, 22, "").replace("<title></title>", "").replace(/<rect width="23"[^>]*>/, "");
        return <li key={id}><span aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />{say(id)}</li>;
      })}
      {shown && (["plot", "state"] as const).map((who) => (
        <li key={who}><svg viewBox="0 0 23 22" width="23" height="22" aria-hidden="true"><path class={`area-${who}`} d={`${STAIRS}V20H1Z`} /><path class={`line-${who}`} d={STAIRS} /></svg>{say(`page-legend-day-${who}`)}</li>))}
      {shown?.road && ROAD.map(([name, sign]) => (
        <li key={name}><svg class="road-sign" viewBox="0 0 23 22" width="23" height="22" aria-hidden="true"><path class={sign} d="M1 15 8 8 14 13 22 5" /></svg>{say("page-legend-road", { what: say(`out-${name}`).toLowerCase() })}</li>))}
      <li>{say("page-legend-gone")}</li>
      {below.value && <li class="below" aria-hidden="true">{say("page-legend-below")}</li>}
    </ul>
  );
}
