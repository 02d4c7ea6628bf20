// Days as numbers, a scale that lays them on a line, and the marks of years, months or days under it.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});
  const LENGTH = 86_400_000;

  /** Returns the number of the day `iso` (YYYY-MM-DD), counted from 1970. */
  const day = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / LENGTH);

  /** Returns the day with this number as YYYY-MM-DD. */
  const iso = (number) => new Date(number * LENGTH).toISOString().slice(0, 10);

  /** Returns the first and last day of the dated happenings, with some room; nothing where none is dated. */
  const extent = (happenings) => {
    let [first, last] = [Infinity, -Infinity];
    for (const one of happenings) {
      if (!one.earliest) continue;
      first = Math.min(first, day(one.earliest));
      last = Math.max(last, day(one.latest));
    }
    if (first > last) return null;
    const room = Math.max(3, Math.round((last - first) * 0.03));
    return [first - room, last + room];
  };

  /** Returns functions between days and places on a line of `width`. */
  const scale = ([first, last], width, right = false) => {
    const turned = (x) => (right ? width - x : x);
    return {
      x: (number) => turned(((number - first) / (last - first)) * width),
      day: (x) => Math.min(last, Math.max(first, Math.round(first + (turned(x) / width) * (last - first)))),
    };
  };

  const STEPS = [["day", 1], ["day", 2], ["day", 7], ["day", 14], ["month", 1], ["month", 3], ["month", 6], ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 20], ["year", 50], ["year", 100], ["year", 500]];
  const DAYS = { day: 1, month: 30.4, year: 365.25 };

  /** Returns the days at which a mark stands, at most `most` of them, and how exactly they are to be written. */
  const ticks = ([first, last], most) => {
    const [unit, by] = STEPS.find(([name, n]) => (last - first) / (DAYS[name] * n) <= most) ?? STEPS.at(-1);
    const found = [];
    const begin = new Date(first * LENGTH);
    const [year, month] = [begin.getUTCFullYear(), begin.getUTCMonth()];
    for (let i = 0; found.length <= most + 1; i += 1) {
      const at =
        unit === "day" ? first + i * by
        : unit === "month" ? Math.round(Date.UTC(year, Math.floor(month / by) * by + i * by, 1) / LENGTH)
        : Math.round(Date.UTC(Math.floor(year / by) * by + i * by, 0, 1) / LENGTH);
      if (at > last) break;
      if (at >= first) found.push(at);
    }
    return { unit, days: found };
  };

  /** Returns the dated happenings in columns of `wide` pixels, from the first day to the last, each in its order. */
  const columns = (happenings, line, wide) => {
    const found = new Map();
    happenings.forEach((one, place) => {
      if (!one.earliest) return;
      const column = Math.floor(line.x(day(one.earliest)) / wide);
      if (!found.has(column)) found.set(column, []);
      found.get(column).push(place);
    });
    return [...found].sort(([a], [b]) => a - b).map(([column, places]) => ({ x: (column + 0.5) * wide, places }));
  };

  /** Returns a span as far as it lies within `[first, last]`; one that lies outside shrinks to the nearer end. */
  const clamped = (span, [first, last]) => span.map((number) => Math.min(Math.max(number, first), last));

  /** Returns whether `text` is a day that there is. */
  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day(text)) && iso(day(text)) === text;

  /** Returns a span whose one end is moved to `to`; the ends never cross and stay within `[first, last]`. */
  const moved = ([begin, end], which, to, [first, last]) =>
    which === 0 ? [Math.min(Math.max(to, first), end), end] : [begin, Math.max(Math.min(to, last), begin)];

  /** Returns a span shifted as a whole by `by` days, as far as there is room. */
  const shifted = ([begin, end], by, [first, last]) => {
    const room = Math.max(first - begin, Math.min(by, last - end));
    return [begin + room, end + room];
  };

  dragoman.time = { day, iso, extent, scale, ticks, columns, clamped, isDay, moved, shifted };
}
