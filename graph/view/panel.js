// What is stated of the thing chosen: each happening as a sentence, where it stands, what differs, and the words behind it.
"use strict";
{
  const { evidence, shown, signs, text, theme, tongue } = globalThis.dragoman;
  const FEW = 3; // up to so many happenings, the words are open; beyond, each is one click away
  const SPELLINGS = 6;

  const AT_ONCE = 300; // happenings that the overview lists before one asks for more
  const LISTED = 60; // happenings of one node that are told before one asks for more
  const RECORDS = 20; // records of one happening that are told before one asks for more

  /** Returns a function that fills `place` with what is chosen; `choose` is called for what is chosen in it. */
  const panel = (place, graph, words, choose) => {
    const { nodeButton, valued, told, source } = evidence.evidence(graph, words, choose);
    const sentence = (one) => text.named(one.sentence, graph.lang);
    const named = (name) => words.columns[name] ?? text.named(graph.properties[name] ?? { [graph.lang]: name }, graph.lang);
    const look = (node) => (node.group === "deal" && theme.STATUSES.includes(node.status) ? `at-${node.status.toLowerCase()}` : `of-${node.group}`);

    let paper = false; // where nothing can be opened, so that everything is

    /** Returns what `make` makes of the first `most` items, and a button that puts the next ones in its place. */
    const growing = (items, most, make) => {
      const made = items.slice(0, paper ? Infinity : most).flatMap(make);
      if (paper || items.length <= most) return made;
      const more = text.button("tool", text.filled(words.show_more, { n: items.length - most }), () => {
        const next = growing(items.slice(most), 5 * most, make);
        more.replaceWith(...next);
        next[0].querySelector?.("button, summary, a")?.focus();
      });
      return [...made, more];
    };

    const chips = ({ status, certainty }, deal) => {
      const made = text.element("p", "chips");
      if (status) {
        const dot = deal ? text.element("span", `dot at-${status.toLowerCase()}`) : undefined;
        made.append(text.element("span", `chip${status === "Cancelled" ? " struck" : ""}`, dot, words.status[status] ?? status));
      }
      if (certainty && certainty !== "Asserted") made.append(text.element("span", `chip is-${certainty.toLowerCase()}`, words.certainty[certainty] ?? certainty));
      return made.children.length ? made : undefined;
    };

    /** Returns what articles give differently of one happening, side by side, each with the articles that give it. */
    const differing = (fact) => {
      if (!fact?.differing?.length) return undefined;
      const table = text.element("table", "values", text.element("caption", "", words.differing));
      for (const { property, values } of fact.differing) {
        const head = text.element("th", "", named(property));
        head.scope = "row";
        table.append(
          text.element("tr", "", head, ...values.map((one) => {
            const given = property === "status" || property === "certainty" ? (words[property][one.value] ?? one.value) : valued(one.value);
            const articles = new Map(one.statements.map((at) => [graph.statements[at].article, graph.statements[at]]));
            return text.element("td", "", text.element("div", "", given), ...[...articles.values()].map(source));
          })),
        );
      }
      return text.element("div", "side", table);
    };

    const happening = (statements, here, open) => {
      const head = statements.at(-1); // the latest, of which the status is
      const all = graph.happenings[head.fact];
      const fact = all && graph.statements[all.statements.at(-1)] === head ? all : undefined;
      const node = head.happening;
      const made = text.element("article", "happening");
      const heading = text.element("h3");
      if (node >= 0 && node !== here) {
        heading.append(text.button("link", text.tongue(head.sentence, graph.lang), () => choose({ node })));
      } else heading.append(text.tongue(head.sentence, graph.lang));
      made.append(heading, ...[chips(fact ?? head, head.kind === "Deal"), differing(all)].filter(Boolean));
      const behind = growing(statements, RECORDS, (one) => [
        ...(sentence(one) !== sentence(head) ? [text.element("p", "differs", text.tongue(one.sentence, graph.lang))] : []),
        ...told(one),
      ]);
      if (open || paper) made.append(...behind);
      else {
        const number = statements.reduce((sum, one) => sum + Math.max(1, one.quotes.length), 0);
        made.append(text.element("details", "words", text.element("summary", "", tongue.counted(words.count_quotations, graph.lang, number)), ...behind));
      }
      return made;
    };

    /** Returns the statements by happening and by office: what several articles tell of one stands together, the first first. */
    const together = (places) => {
      const found = new Map();
      for (const at of places) {
        const one = graph.statements[at];
        const key = one.fact < 0 ? `office ${one.office}` : one.fact;
        if (!found.has(key)) found.set(key, []);
        found.get(key).push(one);
      }
      const day = ([one]) => graph.happenings[one.fact]?.earliest || "9999";
      return [...found.values()].sort((a, b) => (day(a) < day(b) ? -1 : Number(day(a) > day(b))));
    };

    const kicker = (content, icon) => {
      const button = text.button("close", "×", () => choose(null));
      button.setAttribute("aria-label", words.close);
      button.title = words.close;
      return text.element("div", "kicker", icon, text.element("span", "", content), button);
    };

    const section = (title, places, here) => {
      const stated = together(places);
      if (!stated.length) return undefined;
      const heading = text.element("h2", "", title, " ", text.element("span", "number", stated.length > 1 ? String(stated.length) : ""));
      return text.element("section", "", heading, ...growing(stated, LISTED, (statements) => [happening(statements, here, stated.length <= FEW)]));
    };

    const spellings = (names) => {
      if (!names.length) return undefined;
      const listed = (some) => some.flatMap((name, i) => [i ? " · " : "", text.strange(name)]);
      const also = text.element("div", "also", words.also, " ", ...listed(names.slice(0, SPELLINGS)));
      const rest = names.slice(SPELLINGS);
      if (rest.length) also.append(text.element("details", "rest", text.element("summary", "", text.filled(words.others, { n: rest.length })), ...listed(rest)));
      return also;
    };

    /** Returns the node's edges, each to be chosen like in the picture, in a part that is made when it is opened. */
    const relations = (node) => {
      const edges = shown.edgesOf(graph)[node.id];
      if (!edges.length) return undefined;
      const list = text.element("ul", "edges");
      const row = (edge) => {
        const away = edge.from === node.id;
        const arrow = text.element("span", "arrow", away ? "→" : "←");
        arrow.setAttribute("aria-hidden", "true");
        const parts = [text.tongue(edge.labels, graph.lang), " ", arrow, " ", text.tongue(graph.nodes[shown.otherEnd(edge, node.id)].labels, graph.lang)];
        return text.element("li", "", text.button("link", parts, () => choose({ edge: edge.id })));
      };
      const made = text.element("details", "relations", text.element("summary", "", text.element("h2", "", words.relations, " ", text.element("span", "number", String(edges.length)))), list);
      made.addEventListener("toggle", () => made.open && !list.children.length && list.append(...edges.map(row)));
      return made;
    };

    const ofNode = (node) => {
      const own = node.happening >= 0; // its labels are words of ours
      const label = text.named(node.labels, graph.lang);
      const small = (name) => name.toLocaleLowerCase();
      const spelled = [label, ...(own ? [] : Object.values(node.labels)), ...node.names];
      const others = spelled.filter((name, i) => spelled.findIndex((one) => small(one) === small(name)) === i).slice(1);
      const links = node.same.map((address) => evidence.outside(address, `Wikidata ${address.split("/").pop()}`)).filter((link) => typeof link !== "string");
      const offices = node.statements.filter((at) => graph.statements[at].kind === "Tenure");
      const rest = node.statements.filter((at) => graph.statements[at].kind !== "Tenure");
      const held = section(words.offices, offices, node.id);
      const facts = section(words.happenings, rest, node.id);
      return [
        kicker(words.kind[node.kind] ?? node.kind, signs.sign(node.shape, look(node))),
        text.element("h1", "", text.tongue(node.labels, graph.lang)),
        spellings(others),
        links.length ? text.element("p", "links", ...links) : undefined,
        ...(node.offices.length ? [held, facts] : [facts, held]), // what a person is comes first, who serves a country last
        relations(node),
      ];
    };

    const ofEdge = (edge) => {
      const verb = text.tongue(edge.labels, graph.lang);
      verb.classList.add("verb");
      return [
        kicker(words.relation),
        text.element("h1", "ends", nodeButton(edge.from), " ", verb, " ", nodeButton(edge.to)),
        section(words.happenings, edge.statements, -1),
      ];
    };

    const order = (fact) => `${fact.earliest || "9999"} ${fact.latest}`;
    const overview = (seen, most = AT_ONCE) => {
      const listed = graph.happenings.filter((_, i) => !seen || seen.has(i)).sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))));
      const list = text.element("ol", "overview");
      let day;
      for (const fact of listed.slice(0, most)) {
        const heading = fact.earliest ? text.dated(`${fact.earliest}/${fact.latest}`, graph.lang) : words.undated;
        if (heading !== day) list.append(text.element("li", "day", heading));
        day = heading;
        const node = graph.nodes[fact.node];
        const parts = [node ? signs.sign(node.shape, look(node)) : undefined, text.tongue(fact.sentence, graph.lang)];
        list.append(text.element("li", "", text.button("fact", parts, () => choose(fact.node < 0 ? null : { node: fact.node }))));
      }
      if (listed.length > most) {
        const rest = text.filled(words.show_more, { n: listed.length - most });
        list.append(text.element("li", "", text.button("tool", rest, () => place.replaceChildren(...overview(seen, Infinity).filter(Boolean)))));
      }
      const offices = graph.happenings.length ? undefined : section(words.offices, graph.statements.map((_, i) => i), -1);
      if (paper) return [text.element("h2", "title", words.overview), section(words.happenings, listed.flatMap((fact) => fact.statements), -1), offices];
      return [text.element("h2", "title", words.overview), text.element("p", "hint", words.overview_hint), list, offices];
    };

    /** Fills the panel with what is chosen, or with the happenings that are `seen`, by their places; on `printing` with all words. */
    const fill = (what, seen, printing = false) => {
      paper = printing;
      const parts = !what ? overview(seen) : "node" in what ? ofNode(graph.nodes[what.node]) : ofEdge(graph.edges[what.edge]);
      place.replaceChildren(...parts.filter(Boolean));
      place.scrollTop = 0;
      place.classList.toggle("open", Boolean(what));
    };
    fill.evidence = told;
    return fill;
  };

  globalThis.dragoman.panel = panel;
}
