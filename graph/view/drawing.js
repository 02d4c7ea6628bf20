// The picture: vis-network on the places that were reckoned beforehand; it opens still and stays so.
"use strict";
{
  const { text, theme } = globalThis.dragoman;
  const DASHES = { Conditional: [7, 5] };
  const FAINT = 0.16;

  /** Draws `graph` in `place` and returns what the rest of the page may ask of the picture. */
  const draw = (place, graph, chosen) => {
    let colours = theme.colours();
    let hidden = () => false;
    let bright = null;

    const nodeOf = (node) => ({
      id: node.id, shape: node.shape, group: node.group, size: node.size,
      label: text.lines(text.named(node.labels, graph.lang)),
      hidden: hidden(node),
      opacity: !bright || bright.nodes.has(node.id) ? 1 : FAINT,
      font: { color: !bright || bright.nodes.has(node.id) ? undefined : "transparent", strokeWidth: !bright || bright.nodes.has(node.id) ? 4 : 0 },
    });

    const edgeOf = (edge) => {
      const lit = !bright || bright.edges.has(edge.id);
      const deal = theme.STATUSES.includes(edge.status) && (graph.nodes[edge.from].group === "deal" || graph.nodes[edge.to].group === "deal");
      const colour = (deal && colours.status[edge.status]) || colours.edge;
      return {
        id: edge.id, from: edge.from, to: edge.to, smooth: edge.smooth,
        label: lit ? text.lines(text.named(edge.labels, graph.lang), 24, 2) : undefined,
        dashes: DASHES[edge.certainty] ?? (edge.status === "Cancelled" ? [2, 4] : false),
        color: { color: colour, highlight: colours.accent, hover: colours.accent, opacity: (edge.certainty === "Denied" ? 0.35 : 1) * (lit ? 1 : FAINT) },
        width: bright && lit ? 2.2 : deal ? 1.8 : 1.2,
        font: { color: colours.muted, face: colours.sans, strokeWidth: 4, strokeColor: colours.ground, size: 11, align: "horizontal", vadjust: 0 },
        hidden: hidden(graph.nodes[edge.from]) || hidden(graph.nodes[edge.to]) || hidden(edge),
      };
    };

    const tall = () => place.clientHeight > place.clientWidth * 1.05;
    const placed = () => graph.nodes.map((node) => (tall() ? { id: node.id, x: node.tall[0], y: node.tall[1] } : { id: node.id, x: node.x, y: node.y }));

    const nodes = new vis.DataSet(graph.nodes.map((node, i) => ({ ...nodeOf(node), ...placed()[i] })));
    const edges = new vis.DataSet(graph.edges.map(edgeOf));
    const network = new vis.Network(place, { nodes, edges }, { ...graph.options, groups: theme.groups(colours) });

    const refresh = () => {
      nodes.update(graph.nodes.map(nodeOf));
      edges.update(graph.edges.map(edgeOf));
    };

    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const animation = () => (still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
    const fit = (animated = true) => network.fit({ animation: animated && animation(), maxZoomLevel: 1.6, minZoomLevel: 0.05 });
    const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: animation() });

    /** Lights a node with its neighbours, or an edge with its ends; nothing lights everything. */
    const light = (what) => {
      bright = null;
      if (what) {
        const touching = graph.edges.filter((edge) => ("node" in what ? edge.from === what.node || edge.to === what.node : edge.id === what.edge));
        bright = { edges: new Set(touching.map((edge) => edge.id)), nodes: new Set(touching.flatMap((edge) => [edge.from, edge.to])) };
        if ("node" in what) bright.nodes.add(what.node);
      }
      refresh();
      network.setSelection({ nodes: what && "node" in what ? [what.node] : [], edges: what && "edge" in what ? [what.edge] : [] }, { highlightEdges: false });
    };

    /** Brings a node into view. */
    const show = (id) => network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: animation() });

    network.on("click", ({ nodes: [node], edges: [edge] }) =>
      chosen(node !== undefined ? { node } : edge !== undefined ? { edge } : null),
    );
    network.on("hoverNode", () => place.classList.add("pointing"));
    network.on("blurNode", () => place.classList.remove("pointing"));
    network.on("hoverEdge", () => place.classList.add("pointing"));
    network.on("blurEdge", () => place.classList.remove("pointing"));

    let wasTall = tall();
    new ResizeObserver(() => {
      if (wasTall === tall()) return;
      wasTall = tall();
      nodes.update(placed());
      fit(false);
    }).observe(place);

    theme.watch(() => {
      colours = theme.colours();
      network.setOptions({ groups: theme.groups(colours) });
      refresh();
    });

    fit(false);
    return {
      network, fit, zoom, light, show,
      filter: (test) => {
        hidden = test;
        refresh();
      },
    };
  };

  globalThis.dragoman.draw = draw;
}
