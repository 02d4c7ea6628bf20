// Events on a line of time under the network; a brush, drawn with the mouse or moved by keys, keeps the days between its ends.
"use strict";
{
  const { attention, signs, text, time, tongue } = globalThis.dragoman;
  const [TOP, BASE, SIGN] = [6, 58, 14]; // where signs begin, where the line lies, how wide a sign is
  const HIGHEST = Math.floor((BASE - TOP) / SIGN);

  /** Makes `place` the timeline of `graph`; `changed` is told a part of the state, `choose` what is chosen. */
  const timeline = (place, graph, changed, choose) => {
    const range = time.extent(graph.happenings);
    const dated = graph.happenings.map((one, i) => [one, i]).filter(([one]) => one.earliest);
    let [state, result, line] = [null, null, null];
    let at = 0; // the sign that the keys have reached
    let dragging = null;

    const words = () => graph.messages[graph.lang];
    const said = (number) => text.dated(time.iso(number), graph.lang);
    const right = () => getComputedStyle(place).direction === "rtl";
    const named = (one) => text.named(one.sentence, graph.lang);
    const when = (one) => text.dated(`${one.earliest}/${one.latest}`, graph.lang);
    const full = () => [...range];
    const span = () => (state.span ? time.clamped(state.span.map(time.day), range) : full());
    /** Returns how many dated happenings are seen, between the days asked for or else those on which they lie. */
    const told = () => {
      const seen = [...result.happenings].map((i) => graph.happenings[i]).filter((one) => one.earliest);
      if (!seen.length && !state.span) return words().no_dates;
      const [begin, end] = state.span ?? [seen.map((one) => one.earliest).sort()[0], seen.map((one) => one.latest).sort().at(-1)];
      return tongue.counted(words().events_between, graph.lang, seen.length, { begin: text.dated(begin, graph.lang), end: text.dated(end, graph.lang) });
    };
    const set = (to) => {
      const whole = to[0] <= range[0] && to[1] >= range[1];
      const undated = whole ? true : state.span ? state.undated : false;
      changed({ span: whole ? null : to.map(time.iso), undated });
    };

    let asked = null;
    /** Sets the brush once a frame, however fast the pointer moves. */
    const brushed = (to) => {
      if (!asked) requestAnimationFrame(() => {
        set(asked);
        asked = null;
      });
      asked = to;
    };

    const canvas = signs.svg("svg", { class: "days", role: "group" });
    const ground = signs.svg("rect", { class: "ground", x: 0, y: 0, height: BASE + 20 });
    const [marks, brush, events] = [signs.svg("g", { class: "marks", "aria-hidden": "true" }), signs.svg("rect", { class: "brush", y: 0, height: BASE }), signs.svg("g", { class: "events", role: "group" })];
    const handles = [0, 1].map(() => signs.svg("g", { class: "handle", role: "slider", tabindex: 0 }, signs.svg("rect", { class: "touch", x: -11, y: 0, width: 22, height: BASE }), signs.svg("path", { d: `M0 0v${BASE}` }), signs.svg("rect", { class: "grip", x: -4, y: BASE / 2 - 10, width: 8, height: 20, rx: 4 })));
    const undated = text.element("button", "undated");
    const clear = text.element("button", "clear");
    const reading = text.element("p", "reading");
    for (const button of [undated, clear]) button.type = "button";
    if (range) {
      canvas.append(ground, marks, brush, events, ...handles);
      place.replaceChildren(text.element("div", "about", reading, clear, undated), canvas);
    } else place.replaceChildren(text.element("div", "about", reading, undated));

    undated.addEventListener("click", () => changed({ undated: !state.undated }));
    clear.addEventListener("click", () => attention.moved(() => changed({ span: null, undated: true }), handles[0]));

    const drawMarks = () => {
      const { unit, days } = time.ticks(range, Math.max(2, Math.floor(canvas.clientWidth / 110)));
      const format = new Intl.DateTimeFormat(text.locale(graph.lang), { timeZone: "UTC", year: "numeric", ...(unit !== "year" && { month: "short" }), ...(unit === "day" && { day: "numeric" }) });
      marks.replaceChildren(signs.svg("path", { class: "axis", d: `M0 ${BASE}H${canvas.clientWidth}` }), ...days.map((day) => {
        const x = line.x(day);
        return signs.svg("g", {}, signs.svg("path", { d: `M${x} ${BASE}v5` }), signs.svg("text", { x: Math.min(Math.max(x, 40), canvas.clientWidth - 40), y: BASE + 17, "text-anchor": "middle" }, format.format(day * 86_400_000)));
      }));
    };

    const event = (i, x, y) => {
      const one = graph.happenings[i];
      const node = graph.nodes[one.node];
      const seen = result.happenings.has(i);
      const chosen = state.chosen && state.chosen.node === one.node;
      const made = signs.svg("g", { class: `event of-${node?.group ?? "other"}${seen ? "" : " out"}${chosen ? " chosen" : ""}`, transform: `translate(${x - SIGN / 2} ${y}) scale(${SIGN / 16})`, role: "button", tabindex: i === dated[at]?.[1] ? 0 : -1 }, signs.svg("title", {}, `${when(one)} · ${named(one)}`), signs.svg("rect", { class: "touch", width: 16, height: 16 }), signs.outline(node?.shape));
      made.dataset.happening = i;
      return made;
    };

    const drawEvents = () => {
      const held = document.activeElement?.closest?.(".event") && place.contains(document.activeElement);
      const stacks = time.columns(graph.happenings, line, SIGN);
      const tallest = Math.max(...stacks.map(({ places }) => places.length));
      const drawn = stacks.flatMap(({ x, places }) => {
        const step = places.length > HIGHEST ? (BASE - TOP - SIGN) / (places.length - 1) : SIGN;
        if (tallest <= 4 * HIGHEST && dated.length <= 400) return places.map((i, rank) => event(i, x, BASE - SIGN - 1 - rank * step));
        const seen = places.filter((i) => result.happenings.has(i)).length;
        const height = (n) => Math.max(n ? 2 : 0, (n / tallest) * (BASE - TOP));
        return [signs.svg("rect", { class: "bar out", x: x - SIGN / 2 + 1, width: SIGN - 2, y: BASE - height(places.length), height: height(places.length) }), signs.svg("rect", { class: "bar", x: x - SIGN / 2 + 1, width: SIGN - 2, y: BASE - height(seen), height: height(seen) })];
      });
      events.replaceChildren(...drawn);
      if (held) events.querySelector('[tabindex="0"]')?.focus();
    };

    const drawBrush = () => {
      const [begin, end] = span().map(line.x);
      brush.setAttribute("x", Math.min(begin, end));
      brush.setAttribute("width", Math.abs(end - begin));
      brush.classList.toggle("whole", !state.span);
      handles.forEach((handle, which) => {
        const value = span()[which];
        const x = Math.min(Math.max(line.x(value), 5), canvas.clientWidth - 5);
        for (const [name, worth] of Object.entries({ transform: `translate(${x} 0)`, "aria-valuemin": range[0], "aria-valuemax": range[1], "aria-valuenow": value, "aria-valuetext": said(value), "aria-label": which ? words().until : words().since })) handle.setAttribute(name, worth);
      });
    };

    const draw = () => {
      if (!state) return;
      const apart = graph.happenings.length - dated.length;
      undated.textContent = `${words().undated} ${apart}`;
      undated.hidden = !apart;
      undated.setAttribute("aria-pressed", String(state.undated));
      clear.textContent = words().all_days;
      clear.hidden = !state.span;
      reading.textContent = told();
      if (!range || !canvas.clientWidth) return;
      canvas.setAttribute("aria-label", words().timeline);
      events.setAttribute("aria-label", words().events);
      ground.setAttribute("width", canvas.clientWidth);
      line = time.scale(range, canvas.clientWidth, right());
      drawMarks();
      drawEvents();
      drawBrush();
    };

    const dayAt = (pointer) => line.day(pointer.clientX - canvas.getBoundingClientRect().left);
    canvas.addEventListener("pointerdown", (pointer) => {
      if (pointer.button || pointer.target.closest(".event")) return;
      const which = handles.findIndex((handle) => handle.contains(pointer.target));
      const start = dayAt(pointer);
      dragging = which >= 0 ? { which } : state.span && pointer.target === brush ? { last: start } : { start };
      canvas.setPointerCapture(pointer.pointerId);
    });
    canvas.addEventListener("pointermove", (pointer) => {
      if (!dragging) return;
      const day = dayAt(pointer);
      const now = asked ?? span();
      if ("which" in dragging) brushed(time.moved(now, dragging.which, day, range));
      else if ("last" in dragging) {
        brushed(time.shifted(now, day - dragging.last, range));
        dragging.last = day;
      } else if (day !== dragging.start) brushed([Math.min(day, dragging.start), Math.max(day, dragging.start)]);
    });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { dragging = null; });
    handles.forEach((handle, which) =>
      handle.addEventListener("keydown", (pressed) => {
        const little = Math.max(1, Math.round((range[1] - range[0]) / 100));
        const onward = right() ? -1 : 1;
        const by = { ArrowRight: onward * little, ArrowUp: little, ArrowLeft: -onward * little, ArrowDown: -little, PageUp: 10 * little, PageDown: -10 * little, Home: -Infinity, End: Infinity }[pressed.key];
        if (by === undefined) return;
        pressed.preventDefault();
        set(time.moved(span(), which, span()[which] + by, range));
      }),
    );
    events.addEventListener("click", ({ target }) => {
      const made = target.closest(".event");
      if (!made) return;
      at = dated.findIndex(([, i]) => i === Number(made.dataset.happening));
      choose({ node: graph.happenings[dated[at][1]].node });
    });
    events.addEventListener("keydown", (pressed) => {
      const onward = { ArrowRight: 1, ArrowLeft: -1 }[pressed.key];
      if (onward) at = Math.min(dated.length - 1, Math.max(0, at + (right() ? -onward : onward)));
      else if (pressed.key === "Enter" || pressed.key === " ") choose({ node: graph.happenings[dated[at][1]].node });
      else return;
      pressed.preventDefault();
      events.querySelectorAll(".event").forEach((made) => made.setAttribute("tabindex", Number(made.dataset.happening) === dated[at][1] ? 0 : -1));
      events.querySelector('[tabindex="0"]')?.focus();
    });
    dated.sort(([a], [b]) => (a.earliest < b.earliest ? -1 : Number(a.earliest > b.earliest)));
    new ResizeObserver(draw).observe(place);

    return (now, drawn) => {
      [state, result] = [now, drawn];
      draw();
    };
  };

  globalThis.dragoman.timeline = timeline;
}
