import assert from "node:assert/strict";
import { test } from "node:test";
import { dragoman } from "./small.mjs";

const { dated, plain } = dragoman.text;

test("a date is written as exactly as it is known", () => {
  assert.equal(dated("2016-04-05", "fr"), "5 avril 2016");
  assert.equal(dated("2016-04", "en"), "April 2016");
  assert.equal(dated("--09-21", "fr"), "21 septembre");
  assert.equal(dated("2016", "ru"), "2016");
  assert.equal(dated("mardi", "fr"), "mardi");
  assert.equal(dated("2016-13-01", "fr"), "2016-13-01");
});

test("French says « 1er » of the first of a month", () => {
  assert.equal(dated("2018-03-01", "fr"), "1er mars 2018");
  assert.equal(dated("2018-03-11", "fr"), "11 mars 2018");
  assert.equal(dated("2018-03", "fr"), "mars 2018");
  assert.match(dated("2018-03-01/2018-03-03", "fr"), /^1er\s?–\s?3 mars 2018$/);
});

test("two days are a day, a month or a year where they enclose just that, else what lies between them", () => {
  assert.equal(dated("2016-04-05/2016-04-05", "en"), "5 April 2016");
  assert.equal(dated("2016-02-01/2016-02-29", "en"), "February 2016");
  assert.equal(dated("2016-01-01/2016-12-31", "fr"), "2016");
  assert.match(dated("2016-03-14/2016-03-16", "fr"), /^14\s?–\s?16 mars 2016$/);
  assert.equal(dated("2016-03/2016-05", "fr"), "mars 2016 – mai 2016");
});

test("what turns the direction of text is taken out and leaves no gap, control characters leave one", () => {
  assert.equal(plain("\u2068Moscou\u2069 (\u2068Kremlin\u2069)"), "Moscou (Kremlin)");
  assert.equal(plain("a\u061cb\u202ec"), "abc");
  assert.equal(plain("a\u0000\u2028b"), "a b");
});
