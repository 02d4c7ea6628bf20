import assert from "node:assert/strict";
import { test } from "node:test";
import { dragoman } from "./small.mjs";

const { index, matches, near } = dragoman.spelling;
const node = (id, labels, names = [], statements = []) => ({ id, labels, names, statements });
const known = index([
  node(0, { fr: "Nicolaï Orlov", ru: "Николай Орлов" }, ["Nikolai Orlov"]),
  node(1, { fr: "Orléans", ar: "أورليان" }),
  node(2, { fr: "Ministère de l’Énergie" }, [], [1, 2]),
  node(3, { fr: "Énergie" }, [], [1]),
]);
const found = (typed) => matches(known, typed).map(({ id }) => id);

test("a name is found in any language, whatever its accents, case and order", () => {
  for (const typed of ["nicolai orlov", "ORLOV", "orlov nicolaï", "Орлов", "никол"]) assert.equal(found(typed)[0], 0, typed);
  assert.deepEqual(found("أورليان"), [1]);
});

test("what begins as typed comes first", () => assert.deepEqual(found("energie"), [3, 2]));

test("a slip or two is forgiven where nothing is spelt like that", () => {
  for (const typed of ["Nikolay Orlof", "nicolai orolv", "Orlvo", "ministaire energie"]) assert.ok(found(typed).length, typed);
  assert.deepEqual(found("xyz"), []);
  assert.deepEqual(found("orx"), []);
  assert.deepEqual(found("  "), []);
});

test("a slip is a letter too many, missing, wrong, or two swapped", () => {
  for (const typed of ["anna", "ana", "annna", "abna", "naan"]) assert.equal(near(typed, "anna", 1), typed !== "naan", typed);
  assert.equal(near("nana", "anna", 1), true);
});
