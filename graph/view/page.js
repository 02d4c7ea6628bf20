// Brings the parts together: one state, from which all that is shown follows; every part may ask for another state.
"use strict";
{
  const dragoman = globalThis.dragoman;
  const { attention, connection, download, draw, keys, legend, panel, routes, search, shown, table, text, timeline, tongue } = dragoman;
  const graph = dragoman.unpack(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const narrow = matchMedia("(max-width: 999px)");
  const words = () => graph.messages[graph.lang];

  graph.home = graph.lang;
  let state = dragoman.state.read(graph, location.hash);
  let [result, ways, followed, origin, printing] = [null, [], 0, null, false];
  graph.lang = state.lang;

  const set = (change) => {
    const before = state;
    state = { ...state, ...change };
    show(before);
  };

  /** Chooses a node or an edge, or nothing; one that is not drawn is brought in, one out of focus becomes the focus. */
  const choose = (what, { follow = true, show: fit = true } = {}) => {
    const change = { chosen: what };
    if (what && !at("panel").contains(document.activeElement)) origin = document.activeElement;
    const node = what && "node" in what ? what.node : -1;
    if (what && "node" in what && node < 0) return; // told of by an article, and not drawn
    if (node >= 0 && !result.nodes.has(node)) {
      if (state.focus >= 0) change.focus = node;
      if (graph.nodes[node].open === false && !state.grown.includes(node)) change.grown = [...state.grown, node];
    }
    set(change);
    if (!what && at("panel").contains(document.activeElement) && origin !== document.body && attention.visible(origin)) attention.give(origin); // back to where one read on
    if (node >= 0 && fit) picture.show();
    if (what && follow && narrow.matches) at("stage").scrollIntoView({ block: "start", behavior: "auto" }); // the panel lies over its lower part
  };
  const grow = (node) => {
    if (!state.grown.includes(node) && shown.hiddenNeighbours(graph, state, result, node)) set({ grown: [...state.grown, node] });
  };

  tongue.languages(at("language"), Object.keys(graph.messages), (lang) => set({ lang }));
  at("legend").open = !narrow.matches;
  const picture = draw(at("drawing"), graph, (what) => choose(what, { show: false }));
  const drawTime = timeline(at("timeline"), graph, set, choose);
  const drawTable = table(at("table"), graph, set, choose);
  const filter = (facet, off) => set({ off: { ...state.off, [facet]: off } });
  let [fill, filters] = [null, null];

  const speak = () => {
    graph.lang = state.lang;
    tongue.speak(words(), graph.lang);
    at("title").textContent = graph.headings[graph.lang];
    document.title = `${graph.headings[graph.lang]} · Dragoman`;
    at("language").value = graph.lang;
    const counted = (message, n) => tongue.counted(message, graph.lang, n);
    const ACTORS = new Set(["country", "official", "agency", "company", "outlet"]);
    const offices = Math.max(-1, ...graph.statements.map((one) => one.office)) + 1;
    at("counts").textContent = [
      ...(graph.happenings.length || !offices ? [counted(words().count_happenings, graph.happenings.length)] : []),
      ...(offices ? [counted(words().count_offices, offices)] : []),
      counted(words().count_actors, graph.nodes.filter((node) => ACTORS.has(node.group)).length),
      counted(words().count_articles, graph.articles.length),
    ].join(" · ");
    at("drawing").setAttribute("role", "application");
    at("drawing").setAttribute("aria-label", `${text.filled(words().network_described, { nodes: graph.nodes.length, edges: graph.edges.length })} ${words().network_keys}`);
    fill = panel(at("panel"), graph, words(), choose);
    filters = legend.legend(at("filters"), graph, filter);
    filters.fill(result.counts);
  };

  const fillPanel = () => attention.kept(at("panel"), () => {
    if (state.chosen || state.path.some((end) => end < 0)) fill(state.chosen, result.happenings, printing);
    else {
      connection(at("panel"), graph, ways, state.path, {
        choose, followed, tell: fill.evidence,
        follow: (way) => { followed = way; show(state); },
        close: () => set({ path: [-1, -1] }),
      });
    }
  });

  /** Returns what is said of a choice to who does not see: its name, and of how much the panel tells. */
  const announced = () => {
    const places = "node" in state.chosen ? graph.nodes[state.chosen.node].statements : graph.edges[state.chosen.edge].statements;
    const facts = new Set(places.map((place) => graph.statements[place].fact).filter((fact) => fact >= 0));
    return `${text.plain(attention.heading(at("panel")).textContent)} · ${tongue.counted(words().count_happenings, graph.lang, facts.size)}`;
  };

  let listing;

  /** Shows `state` where it differs from what was shown `before`. */
  const show = (before) => {
    const first = !result;
    clearTimeout(listing);
    const differs = (...names) => first || names.some((name) => state[name] !== before[name]);
    const drawn = differs("off", "span", "undated", "focus", "hops", "grown", "path") || (differs("chosen") && graph.partial);
    if (drawn) {
      result = shown.shown(graph, state);
      if (differs("path", "off", "span", "undated")) {
        ways = routes.routes(graph, ...state.path, result.lets);
        if (differs("path")) followed = 0;
        followed = Math.min(followed, Math.max(0, ways.length - 1));
      }
    }
    if (ways[followed] && (drawn || state === before)) result = shown.shown(graph, state, ways[followed]);
    if (differs("lang")) speak();
    if (drawn || ways.length) {
      const { nodes, edges } = result;
      picture.filter((item) => ("from" in item ? !edges.has(item.id) : !nodes.has(item.id)));
    } else if (differs("lang")) picture.again();
    if (differs("chosen", "path") || drawn || state === before) picture.light(lit());
    if (differs("focus", "hops") && (!first || state.focus >= 0)) picture.fit([...result.nodes]);
    if (differs("path") && ways.length) picture.show();
    if (differs("chosen", "path", "lang") || state === before || (ways.length && drawn)) fillPanel();
    else if (drawn && !state.chosen) listing = setTimeout(fillPanel, 200); // not for every step of a brush
    if (differs("chosen") && !first) at("said").textContent = state.chosen && !at("panel").contains(document.activeElement) ? announced() : "";
    filters.show(state, result.counts);
    drawTime(state, result);
    if (state.view === "table") drawTable(state, result);
    tools.draw(state, result, ways);
    if (!first) tools.link(state);
  };
  /** What stands out in the picture: what is chosen, unless a filter hides it, else the way that is followed. */
  const lit = () => {
    const { chosen } = state;
    if (chosen && state.focus >= 0 && chosen.node === state.focus) return { ...chosen, all: true }; // its neighbourhood is all that is shown
    if (chosen && ("node" in chosen ? result.nodes.has(chosen.node) : result.edges.has(chosen.edge))) return chosen;
    const way = ways[followed];
    return way ? { edges: way, nodes: [...new Set(way.flatMap((edge) => [graph.edges[edge].from, graph.edges[edge].to]))] } : null;
  };

  search(at("search"), at("found"), graph, (node) => {
    choose({ node });
    attention.give(attention.heading(at("panel")));
  });
  const end = (place) => (node) => set({ path: state.path.map((one, i) => (i === place ? node : one)), chosen: null });
  const ends = ["from", "to"].map((id, i) => search(at(id), at(`${id}-found`), graph, end(i), true));
  const tools = dragoman.tools(graph, ends);
  const clicked = (id, then) => at(id).addEventListener("click", then);
  clicked("as-network", () => set({ view: "network" }));
  clicked("as-table", () => set({ view: "table" }));
  clicked("around", () => {
    set({ focus: state.focus < 0 ? state.chosen.node : -1 });
    if (narrow.matches) at("stage").scrollIntoView({ block: "start", behavior: "auto" });
  });
  at("hops").addEventListener("input", () => set({ hops: Number(at("hops").value) }));
  clicked("connect", () => {
    const open = at("between").hidden;
    tools.between(open);
    if (!open) set({ path: [-1, -1] });
    else if (state.chosen && "node" in state.chosen && state.path[0] < 0) set({ path: [state.chosen.node, state.path[1]] });
    if (open) at(state.path[0] < 0 ? "from" : "to").focus();
  });
  at("between").addEventListener("submit", (event) => event.preventDefault());
  const main = () => (state.view === "network" ? at("drawing") : at("table"));
  clicked("grow", () => attention.moved(() => grow(state.chosen.node), at("drawing")));
  clicked("reset", () => attention.moved(() => set({ off: dragoman.state.none(), span: null, undated: true, focus: -1 }), main()));
  clicked("skip", () => attention.give(main()));
  clicked("zoom-in", () => picture.zoom(1.3));
  clicked("zoom-out", () => picture.zoom(1 / 1.3));
  clicked("fit", () => picture.fit([...result.nodes]));
  clicked("motion", () => at("motion").setAttribute("aria-pressed", String(picture.move(at("motion").getAttribute("aria-pressed") === "false"))));
  const save = download(graph, picture, () => ({ state, result }));
  for (const kind of ["png", "csv", "json"]) clicked(`keep-${kind}`, () => {
    attention.moved(() => { at("keep").open = false; }, at("keep").firstElementChild);
    requestAnimationFrame(() => requestAnimationFrame(save[kind])); // the menu goes first
  });
  at("copy-link").hidden = text.framed();
  clicked("copy-link", () => {
    const address = `${location.href.split("#")[0]}#${dragoman.state.write(graph, state)}`;
    navigator.clipboard?.writeText(address).then(() => tongue.done(at("copy-link"), words().copied, () => words().copy_link), () => {});
  });
  picture.network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && grow(node));
  keys.keys(at("drawing"), picture, { state: () => state, result: () => result, choose, grow });

  addEventListener("hashchange", () => {
    const before = state;
    state = dragoman.state.read(graph, location.hash);
    show({ ...before, lang: before.lang === state.lang ? state.lang : before.lang });
  });
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key === "Escape" && at("keep").open) attention.moved(() => { at("keep").open = false; }, at("keep").firstElementChild);
    else if (event.key === "Escape" && !typing) {
      if (state.chosen) choose(null);
      else set({ path: [-1, -1] });
    }
  });
  addEventListener("pointerdown", ({ target }) => { if (!at("keep").contains(target)) at("keep").open = false; });
  /** Lays the page out for paper, where nothing can be opened, or for the screen again. */
  const paper = (on) => {
    drawTime(state, result);
    if (printing === on) return;
    printing = on;
    if (on) for (const one of [at("legend"), ...at("legend").querySelectorAll(".question:has(.sign)")]) one.open = true;
    else at("legend").open = !narrow.matches;
    if (state.view === "table") drawTable(state, result, on);
    fillPanel();
  };
  addEventListener("beforeprint", () => paper(true));
  addEventListener("afterprint", () => paper(false));
  matchMedia("print").addEventListener("change", ({ matches }) => paper(matches));

  show(state);
  if (state.chosen && "node" in state.chosen) picture.show();
  dragoman.page = { graph, picture, choose, state: () => state, shown: () => result };
}
