import assert from "node:assert/strict";
import { test } from "node:test";
import { dragoman } from "./small.mjs";
import "../../../graph/view/evidence.js";

const { nested } = dragoman.evidence;
const tree = (all) => all.map(({ mark: [begin, end], within }) => (within.length ? [begin, end, tree(within)] : [begin, end]));
const marks = (...given) => tree(nested(given, 20));

test("marks follow each other, and one that lies in another is marked within it", () => {
  assert.deepEqual(marks([0, 3], [5, 9]), [[0, 3], [5, 9]]);
  assert.deepEqual(marks([0, 12], [4, 8], [5, 6], [14, 16]), [[0, 12, [[4, 8, [[5, 6]]]]], [14, 16]]);
});

test("of two that begin alike the longer one holds the other, in whatever order they come", () => {
  assert.deepEqual(marks([2, 5], [2, 9]), [[2, 9, [[2, 5]]]]);
  assert.deepEqual(marks([4, 9], [2, 9]), [[2, 9, [[4, 9]]]]);
  assert.deepEqual(marks([2, 5], [2, 5]), [[2, 5, [[2, 5]]]]);
});

test("what crosses another, is empty or leaves the quotation is not marked", () => {
  assert.deepEqual(marks([0, 6], [4, 9], [8, 8], [15, 30]), [[0, 6]]);
});
