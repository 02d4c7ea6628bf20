// Room for words: what is taken, and where about a node a block of words does best.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});
  const CELL = 64;
  const ROW = 65536; // more cells than any screen has above each other

  /** Returns boxes that can be asked whether another one would touch any of them. */
  const boxes = () => {
    const cells = new Map();
    const each = ([left, top, right, bottom], see) => {
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
        for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) if (see(x * ROW + y)) return true;
      return false;
    };
    return {
      add: (box, owner) =>
        each(box, (key) => {
          if (cells.has(key)) cells.get(key).push([box, owner]);
          else cells.set(key, [[box, owner]]);
          return false;
        }),
      covered: (box, owner) => {
        const found = new Set();
        each(box, (key) => {
          for (const [other, whose] of cells.get(key) ?? []) if (whose !== owner && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) found.add(other);
          return false;
        });
        return found.size;
      },
      free: (box, owner) =>
        !each(box, (key) =>
          (cells.get(key) ?? []).some(([other, whose]) => whose !== owner && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]),
        ),
    };
  };

  /** Returns the places, the best first, at which a block of `width` by `height` may stand about a node: below, above, at
   * its sides and at its corners; one that would leave a stage `wide` pixels across is moved into it. */
  const spots = (x, y, radius, width, height, wide) => {
    const near = radius * 1.1 + 4;
    const half = width / 2 + 5;
    const middle = x > 0 && x < wide ? Math.min(Math.max(x, half), Math.max(half, wide - half)) : x;
    return [
      [middle, y + near + height / 2],
      [middle, y - near - height / 2],
      [x + near + 3 + width / 2, y],
      [x - near - 3 - width / 2, y],
      ...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([across, down]) => [x + across * (0.6 * near + 0.42 * width), y + down * (0.8 * near + height / 2)]),
      ...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([across, down]) => [x + across * (near + 3 + width / 2), y + down * 0.36 * height]),
      [middle, y + near + 12 + height / 2],
      [middle, y - near - 12 - height / 2],
      ...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([across, down]) => [x + across * (near + 4 + width / 2), y + down * (0.4 * near + height / 2)]),
    ];
  };

  /** Returns a place on the stage for a block that has to be written, the first of `places` that covers least of what is taken. */
  const forced = (places, width, height, wide, high, covers) => {
    const moved = places.map(([x, y]) => {
      const [cx, cy] = [Math.min(Math.max(x, width / 2 + 2), wide - width / 2 - 2), Math.min(Math.max(y, height / 2 + 2), high - height / 2 - 2)];
      return [cx, cy, [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2]];
    });
    const cost = moved.map(([, , box]) => covers(box));
    return moved[cost.indexOf(Math.min(...cost))];
  };

  /** Returns whether a box lies on the stage. */
  const inside = ([left, top, right, bottom], wide, high) => left >= 2 && right <= wide - 2 && top >= 2 && bottom <= high - 2;

  /** Returns the first of `places` that is `free` and covers the fewest `points`, with its box; nothing where none is free. */
  const best = (places, width, height, free, points) => {
    let found;
    let least = Infinity;
    for (const [x, y] of places) {
      const box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
      if (!free(box)) continue;
      const covered = points.reduce((sum, point) => sum + (point.x > box[0] && point.x < box[2] && point.y > box[1] && point.y < box[3] ? 1 : 0), 0);
      if (covered >= least) continue;
      [found, least] = [[x, y, box], covered];
    }
    return found;
  };

  dragoman.room = { boxes, spots, forced, inside, best };
}
