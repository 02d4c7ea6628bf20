// Room for words in the picture.
import assert from "node:assert/strict";
import test from "node:test";
import "../../../graph/view/room.js";

const { boxes, spots, inside, best } = globalThis.dragoman.room;
const anywhere = () => true;

test("a box is free until another one takes its place, even across cells", () => {
  const taken = boxes();
  assert.equal(taken.free([0, 0, 500, 10], 1), true);
  taken.add([300, 0, 400, 20], 2);
  assert.equal(taken.free([0, 5, 310, 10], 1), false);
  assert.equal(taken.free([0, 5, 300, 10], 1), true); // they may touch
});

test("nothing stands in its own way", () => {
  const taken = boxes();
  taken.add([0, 0, 10, 10], 7);
  assert.equal(taken.free([5, 5, 20, 20], 7), true);
});

test("words stand below a node rather than above it or beside it", () => {
  const [[x, y]] = [best(spots(100, 100, 10, 40, 12, 500), 40, 12, anywhere, [])];
  assert.equal(x, 100);
  assert.ok(y > 110);
});

test("at the border they are moved into the stage", () => {
  const [, , box] = best(spots(5, 100, 10, 40, 12, 500), 40, 12, (one) => inside(one, 500, 300), []);
  assert.ok(box[0] >= 2);
});

test("they stand where they cover the fewest points of edges", () => {
  const below = { x: 100, y: 120 };
  const [, y] = best(spots(100, 100, 10, 40, 12, 500), 40, 12, anywhere, [below]);
  assert.ok(y < 100);
});

test("where no place is free there are no words", () => {
  assert.equal(best(spots(100, 100, 10, 40, 12, 500), 40, 12, () => false, []), undefined);
});
