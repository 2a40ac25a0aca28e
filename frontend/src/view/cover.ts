// What lies over the map, so that no name is cut by it.

import { signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { Box } from "../model/labels";

/** Boxes in pixels of the map. */
export const covers = signal<Box[]>([]);

/** Note where an element lies over the map, for as long as it is there. */
export function useCover(shown: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = shown.current!, map = element.closest(".stage")!.querySelector(".map")!;
    let mine: Box | null = null;
    const leave = (): void => void (covers.value = covers.value.filter((one) => one !== mine));
    const watch = new ResizeObserver(() => {
      const { left, top, right, bottom } = element.getBoundingClientRect(), from = map.getBoundingClientRect();
      leave();
      mine = { left: left - from.left, top: top - from.top, right: right - from.left, bottom: bottom - from.top };
      covers.value = [...covers.value, mine];
    });
    watch.observe(element);
    watch.observe(map);
    return () => { watch.disconnect(); leave(); };
  }, []);
}
