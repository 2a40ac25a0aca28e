// Small signs of outcomes: colour and shape, so that neither is needed alone.

import { toneOf } from "../map/palette";

export function Mark({ label, size = 12 }: { label: string; size?: number }) {
  const tone = toneOf(label);
  return (
    <svg class="mark" viewBox="0 0 12 12" width={size} height={size} aria-hidden="true">
      {tone.mark === "wedge" && <path d="M6 .5 11.5 11.5H.5Z" fill={tone.colour} />}
      {tone.mark === "disc" && <circle cx="6" cy="6" r="5.4" fill={tone.colour} />}
      {tone.mark === "ring" && <circle cx="6" cy="6" r="4.2" fill="none" stroke={tone.colour} stroke-width="2.6" />}
      {tone.mark === "bar" && <rect x="1" y="1" width="10" height="10" fill={tone.colour} />}
      {tone.hatch && <path d="M4 11 9 6" stroke="#F3ECDD" stroke-width="1.6" />}
    </svg>
  );
}

/** Arrow keys among the buttons of a group that is one stop of the tab key. */
export function arrows(event: KeyboardEvent): void {
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll("button")], at = all.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  all[Math.min(all.length - 1, Math.max(0, to))]!.focus();
  event.preventDefault();
  event.stopPropagation();
}
