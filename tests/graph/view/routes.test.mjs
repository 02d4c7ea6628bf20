import assert from "node:assert/strict";
import { test } from "node:test";
import { dragoman, graph } from "./small.mjs";

const given = graph();
const { routes, steps } = dragoman.routes;

test("two nodes are connected by the shortest chain of edges", () => {
  assert.deepEqual(routes(given, 0, 2), [[0, 1, 2, 3]]);
  assert.deepEqual(routes(given, 0, 6), [[5]]);
});

test("nothing connects a node with itself, with none, or over edges that are hidden", () => {
  assert.deepEqual(routes(given, 0, 0), []);
  assert.deepEqual(routes(given, 0, -1), []);
  assert.deepEqual(routes(given, 0, 2, (edge) => edge.id !== 2), []);
});

test("a way goes round a country if that takes a happening more only", () => {
  const wide = graph();
  const add = (from, to) => wide.edges.push({ ...wide.edges[0], id: wide.edges.length, from, to });
  add(6, 2); // Anna – Pays – Clara
  add(0, 7);
  assert.deepEqual(routes(wide, 0, 2)[0], [0, 1, 2, 3]);
  assert.deepEqual(routes(wide, 0, 2)[1], [5, 7]);
});

test("edges that rest on the same statement are told together", () => {
  const told = steps(given, 0, [0, 1, 2, 3]);
  assert.deepEqual(told.map(({ hops, statements }) => [hops.map(({ from, to }) => [from, to]), statements]), [
    [[[0, 3], [3, 1]], [0]],
    [[[1, 4], [4, 2]], [1]],
  ]);
});
