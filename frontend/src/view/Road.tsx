// The road in small pictures: this world's curve in the band of many, with what was recorded.

import { useEffect } from "preact/hooks";
import { daysBetween, sayDate, DAY } from "../model/clock";
import { scenario, seek, t, world } from "../play";
import { bands, needBands } from "../store";
import { fine, lang, say } from "../words";

const WIDE = 320, HIGH = 54;

export function Road() {
  useEffect(() => void needBands(), [scenario.value?.ref]);
  const found = bands.value, told = world.value?.road;
  if (!found?.bands || !told) return null;
  return (
    <details class="road"><summary>{say("page-road-curves")}</summary>
      <p class="hint">{say("page-bands", { n: found.worlds })}</p>
      {Object.keys(found.bands).map((name) => <Picture key={name} name={name} />)}
    </details>
  );
}

function Picture({ name }: { name: string }) {
  const shown = scenario.value!, { days, bands: all } = bands.value!;
  const [low = [], , high = []] = all[name]!, mine = world.value!.road!.series[name] ?? [];
  const known = shown.road!.record.filter((one) => one.output === name);
  const top = Math.max(...high, ...mine, ...known.map((one) => one.hi), 1e-9);
  const last = days.length - 1;
  const x = (i: number): number => (WIDE * i) / last, y = (value: number): number => HIGH - (HIGH - 3) * (value / top);
  const path = (values: number[]): string => values.map((value, i) => `${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("L");
  const at = (date: string): number => daysBetween(days[0]!, date) / 2;
  const now = daysBetween(days[0]!, shown.date) / 2 + t.value / DAY / 2;
  return (
    <figure>
      <figcaption>{say(`out-${name}`)} <small>0–{fine(top)}</small></figcaption>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true" onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        seek((((event.clientX - box.left) / box.width) * last * 2 - daysBetween(days[0]!, shown.date)) * DAY);
      }}>
        <path class="band" d={`M${path(low)}L${high.map((_, i) => `${x(last - i).toFixed(1)} ${y(high[last - i]!).toFixed(1)}`).join("L")}Z`} />
        <path class="line" d={`M${path(mine)}`} />
        {shown.road!.shocks.map((one) => at(one.date) >= 0 && <line key={one.id} class="shock" x1={x(at(one.date))} x2={x(at(one.date))} y1={HIGH - 5} y2={HIGH} />)}
        {known.map((one) => <g key={one.date} class="record"><line x1={x(at(one.date))} x2={x(at(one.date))} y1={y(one.lo)} y2={y(one.hi)} /><rect x={x(at(one.date)) - 3} y={y(one.value) - 3} width={6} height={6} /></g>)}
        <line class="seam" x1={x(at(shown.date))} x2={x(at(shown.date))} y1={0} y2={HIGH} />
        {t.value < 0 && <line class="now" x1={x(now)} x2={x(now)} y1={0} y2={HIGH} />}
        <line class="axis" x1={0} x2={WIDE} y1={HIGH} y2={HIGH} />
      </svg>
      <details class="hint"><summary>{say("page-table")}</summary><table class="ranges"><tbody>{days.map((day, i) => i % 15 === 0 && (
        <tr key={day}><th scope="row">{sayDate(new Date(`${day}T00:00:00Z`), lang.value, true)}</th><td>{fine(mine[i] ?? 0)}</td><td>{fine(low[i] ?? 0)}–{fine(high[i] ?? 0)}</td></tr>))}</tbody></table></details>
    </figure>
  );
}
