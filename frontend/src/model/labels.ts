// Labels that do not lie on each other (malaparte.report.labels; Christensen, Marks and Shieber 1995).

export interface Box { left: number; top: number; right: number; bottom: number }
export interface Label { key: number; text: string; x: number; y: number; radius: number; width: number }
export interface Placed { key: number; text: string; x: number; y: number; box: Box }

export const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Place labels, the first in the order first; one without room is left out. */
export function placeLabels(labels: Label[], obstacles: Box[], sheet: Box, size: number): Placed[] {
  const taken = [...obstacles];
  const placed: Placed[] = [];
  for (const label of labels)
    for (const [left, top] of candidates(label, size)) {
      const box = { left: left - 2, top, right: left + label.width + 2, bottom: top + size };
      const inside = box.left > sheet.left && box.right < sheet.right && box.top > sheet.top && box.bottom < sheet.bottom;
      if (!inside || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      placed.push({ key: label.key, text: label.text, x: left, y: top + 0.8 * size, box });
      break;
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
