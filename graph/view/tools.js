// The tools over the picture and the line that says how much is shown, as a state has them; and the link that keeps it.
"use strict";
{
  const { shown, text, tongue, state: { filtering, write } } = globalThis.dragoman;
  const LATER = 150; // a brush moves through many states, of which the address keeps the last

  /** Returns what draws the tools of `graph`; `ends` are the boxes of the two ends of a path. */
  const tools = (graph, ends) => {
    const at = (id) => document.getElementById(id);
    const words = () => graph.messages[graph.lang];
    let linking;

    /** Opens or closes the boxes in which the ends of a path are typed. */
    const between = (open) => {
      at("between").hidden = !open;
      at("connect").setAttribute("aria-expanded", String(open));
    };

    /** Shows on each tool what is set. */
    const draw = (state, result, ways) => {
      const node = state.chosen && "node" in state.chosen ? state.chosen.node : -1;
      at("as-network").setAttribute("aria-pressed", String(state.view === "network"));
      at("as-table").setAttribute("aria-pressed", String(state.view === "table"));
      at("stage").hidden = state.view !== "network";
      at("table").hidden = state.view !== "table";
      document.querySelector("main").classList.toggle("wide", state.view === "table" && !state.chosen && !ways.length);
      at("around").disabled = node < 0 && state.focus < 0;
      at("around").setAttribute("aria-pressed", String(state.focus >= 0));
      at("around").textContent = state.focus < 0 ? words().around : text.filled(words().around_name, { name: text.plain(text.named(graph.nodes[state.focus].labels, graph.lang)) });
      at("distance").hidden = state.focus < 0;
      at("hops").value = state.hops;
      at("far").textContent = state.hops;
      const more = node >= 0 && state.focus < 0 ? shown.hiddenNeighbours(graph, state, result, node) : 0;
      at("grow").hidden = !more;
      at("grow").textContent = tongue.counted(words().grow, graph.lang, more);
      ends.forEach((end, i) => end.show(state.path[i]));
      if (state.path.some((one) => one >= 0)) between(true);
      const some = text.filled(graph.partial && !state.grown.length && !filtering(state) && state.focus < 0 ? words().partial : words().shown, { n: result.nodes.size, all: graph.nodes.length });
      at("status").textContent = result.nodes.size ? some : words().nothing_left; // never empty: what comes and goes would move the picture under a double click
      at("reset").hidden = !filtering(state) && state.focus < 0;
    };

    /** Writes `state` into the address, a little later. */
    const link = (state) => {
      clearTimeout(linking);
      linking = setTimeout(() => {
        const hash = write(graph, state);
        if (hash === location.hash.slice(1)) return;
        try {
          history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
        } catch { /* a page without an address of its own, in a frame, has no link to keep */ }
      }, LATER);
    };

    return { between, draw, link };
  };

  globalThis.dragoman.tools = tools;
}
