import assert from "node:assert/strict";
import { test } from "node:test";
import { dragoman, graph } from "./small.mjs";

const given = graph();
const { initial, none, read, write, filtering } = dragoman.state;

test("the page as it opens needs no link", () => {
  assert.equal(write(given, initial(given)), "");
  assert.deepEqual(read(given, ""), initial(given));
});

test("a link restores all that was set", () => {
  const states = [
    { chosen: { node: 4 } }, { chosen: { edge: 2 } }, { lang: "en" }, { view: "table" }, { focus: 3, hops: 2 }, { path: [0, 2] }, { path: [-1, 2] },
    { off: { ...none(), status: ["Signed"] } }, { off: { ...none(), status: ["", "Interest"], family: ["deal", "topic"] } },
    { off: { ...none(), certainty: ["Asserted", "Conditional"] } }, { span: ["2020-03-01", "2020-04-01"], undated: false },
    { span: ["2020-03-01", "2020-04-01"], undated: true }, { undated: false }, { grown: [1, 2] }, { sort: ["speaker", -1] },
  ];
  for (const change of states) {
    const state = { ...initial(given), ...change };
    assert.deepEqual(read(given, `#${write(given, state)}`), state, JSON.stringify(change));
  }
});

test("what a link names that is not there is left out", () => {
  const strange = "#node=official/nobody&edge=x&around=y&hops=99&lang=xx&view=__proto__&days=2020-13-45_x&only.topic=nothing&sort=constructor&open=z";
  assert.deepEqual(read(given, strange), { ...initial(given), focus: -1 });
});

test("to keep one of many, a link names the one", () => {
  const state = { ...initial(given), off: { ...none(), family: ["country", "deal", "event", "topic"] } };
  assert.equal(write(given, state), "only.family=official");
});

test("only what hides something is a filter", () => {
  assert.equal(filtering({ ...initial(given), chosen: { node: 1 }, focus: 2 }), false);
  assert.equal(filtering({ ...initial(given), undated: false }), true);
});
