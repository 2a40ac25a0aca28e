// Labels that do not lie on each other (Christensen, Marks and Shieber 1995).
// Twin of malaparte.report.labels, which also tries a second distance, with a line to the mark: here who wants a name zooms or points.

export interface Box { left: number; top: number; right: number; bottom: number }
export interface Label { key: number; text: string; x: number; y: number; radius: number; width: number; first?: boolean }
export interface Placed { key: number; text: string; x: number; y: number; box: Box }

export const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Place labels, the first in the order first; one without room is left out.
 * One that must be read (`first`) may lie over obstacles, but not over `walls` or another label. */
export function placeLabels(labels: Label[], obstacles: Box[], sheet: Box, size: number, walls: Box[] = []): Placed[] {
  const taken = [...obstacles, ...walls], fixed = [...walls];
  const placed: Placed[] = [];
  for (const label of labels) {
    const free = (among: Box[]): Placed | undefined => candidates(label, size).map(([left, top]) => {
      const box = { left: left - 2, top, right: left + label.width + 2, bottom: top + size };
      return { key: label.key, text: label.text, x: left, y: top + 0.8 * size, box };
    }).find(({ box }) => box.left > sheet.left && box.right < sheet.right && box.top > sheet.top && box.bottom < sheet.bottom
      && !among.some((other) => meets(box, other)));
    const found = free(taken) ?? (label.first ? free(fixed) : undefined);
    if (!found) continue;
    taken.push(found.box);
    fixed.push(found.box);
    placed.push(found);
  }
  return placed;
}

function candidates(label: Label, size: number): [number, number][] {
  const gap = label.radius + 3, near = 0.3 * gap;
  const middle = label.y - size / 2, over = label.y - gap - size, under = label.y + gap;
  const right = label.x + gap, left = label.x - gap - label.width;
  return [
    [right, middle], [left, middle],
    [label.x - label.width / 2, over], [label.x - label.width / 2, under],
    [right - near, over + size * 0.4], [right - near, under - size * 0.4],
    [left + near, over + size * 0.4], [left + near, under - size * 0.4],
  ];
}
