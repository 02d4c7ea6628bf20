import assert from "node:assert/strict";
import { test } from "node:test";
import { dragoman, graph } from "./small.mjs";

const { clamped, columns, day, extent, isDay, iso, moved, scale, shifted, ticks } = dragoman.time;

test("a day is a number and comes back", () => {
  for (const one of ["1970-01-01", "1912-03-30", "2020-02-29", "2020-12-31"]) assert.equal(iso(day(one)), one);
  assert.equal(day("2020-03-01") - day("2020-02-28"), 2);
});

test("the line reaches from the first to the last day with some room, and is missing where nothing is dated", () => {
  const [first, last] = extent(graph().happenings);
  assert.deepEqual([iso(first), iso(last)], ["2020-02-28", "2020-06-03"]);
  assert.equal(extent([{ earliest: "", latest: "" }]), null);
});

test("places and days answer each other, from the right too", () => {
  for (const right of [false, true]) {
    const line = scale([100, 200], 500, right);
    for (const one of [100, 133, 200]) assert.equal(line.day(line.x(one)), one);
    assert.equal(line.x(100), right ? 500 : 0);
  }
});

test("marks stand on the first of a month or year, and are no more than asked for", () => {
  const months = ticks([day("2020-01-15"), day("2020-07-15")], 8);
  assert.deepEqual([months.unit, months.days.map(iso)], ["month", ["2020-02-01", "2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01", "2020-07-01"]]);
  const years = ticks([day("1990-05-05"), day("2020-05-05")], 8);
  assert.deepEqual(years.days.map(iso).slice(0, 2), ["1995-01-01", "2000-01-01"]);
  assert.ok(ticks([day("0100-01-01"), day("2020-01-01")], 6).days.length <= 7);
});

test("events of about the same day stand in one column", () => {
  const line = scale([day("2020-01-01"), day("2020-12-31")], 365);
  assert.deepEqual(columns(graph().happenings, line, 200).map(({ places }) => places), [[0, 1]]);
  assert.deepEqual(columns(graph().happenings, line, 14).map(({ places }) => places), [[0], [1]]);
});

test("the ends of a brush neither cross nor leave the line", () => {
  assert.deepEqual(moved([10, 20], 0, 25, [0, 100]), [20, 20]);
  assert.deepEqual(moved([10, 20], 1, Infinity, [0, 100]), [10, 100]);
  assert.deepEqual(shifted([10, 20], 200, [0, 100]), [90, 100]);
  assert.deepEqual(shifted([10, 20], -15, [0, 100]), [0, 10]);
});

test("a brush from a link is drawn no further than the line reaches", () => {
  assert.deepEqual(clamped([-500, 9000], [0, 100]), [0, 100]);
  assert.deepEqual(clamped([-500, -400], [0, 100]), [0, 0]);
});

test("a day that there is not is none", () => {
  assert.ok(isDay("2020-02-29"));
  for (const one of ["2019-02-29", "2016-02-30", "2016-13-01", "2016-2-3", "", "x"]) assert.ok(!isDay(one), one);
});
