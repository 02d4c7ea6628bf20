// The words in the picture: written after it is drawn, in letters of one size however far it is zoomed, the weightiest
// first, and none where it would cover another or a node. Zooming in makes room for more.
"use strict";
{
  const { room, signs, text } = globalThis.dragoman;
  const GAP = 3;
  const LEADING = 1.18;
  const FEW = 500; // up to so many nodes, words keep clear of every node
  const ROOM = 11000; // beyond, a name is written for every so many square pixels

  const ALONG = Array.from({ length: 15 }, (_, i) => (i + 1) / 16);
  const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

  /** Returns a function that writes the words of `graph` on a canvas that `network` has just drawn.
   *
   * `state` says, whenever it is asked, what the page shows: the `colours`, the `lang`uage, what is `bright`, whether
   * something is `shown`, and the boxes to be `kept` free. */
  const lettering = (network, graph, state) => {
    const order = graph.nodes.map((node) => node.id).sort((a, b) => rank(graph.nodes[b]) - rank(graph.nodes[a]) || a - b);
    const heaviest = Math.max(...graph.nodes.filter((node) => node.group === "country").map((node) => node.weight), 0);
    const widths = new Map();
    const blocks = new Map();

    const measured = (ctx, line, font) => {
      const key = font + line;
      if (!widths.has(key)) {
        ctx.font = font;
        widths.set(key, ctx.measureText(line).width);
      }
      return widths.get(key);
    };
    const broken = (label, width, most) => {
      const key = `${width} ${most} ${label}`;
      if (!blocks.has(key)) blocks.set(key, text.lines(label, width, most).split("\n").filter(Boolean));
      return blocks.get(key);
    };
    const block = (ctx, lines, px, face) => {
      const font = `${face.style} ${face.weight} ${px}px ${face.family}`;
      return { lines, font, px, width: Math.max(0, ...lines.map((line) => measured(ctx, line, font))), height: lines.length * px * LEADING };
    };

    const write = (ctx, made, x, y, colour, halo, struck) => {
      ctx.font = made.font;
      ctx.direction = RIGHT_TO_LEFT.test(made.lines[0].match(/\p{L}/u)?.[0] ?? "") ? "rtl" : "ltr"; // each label by its own letters
      made.lines.forEach((line, i) => {
        const at = y + (i - (made.lines.length - 1) / 2) * made.px * LEADING;
        ctx.lineWidth = 4;
        ctx.strokeStyle = halo;
        ctx.strokeText(line, x, at);
        ctx.fillStyle = colour;
        ctx.fillText(line, x, at);
        if (struck) {
          const half = measured(ctx, line, made.font) / 2;
          ctx.fillRect(x - half, at - 0.5, 2 * half, 1.3);
        }
      });
    };

    /** Returns points along the edges that are shown, which names had better not cover; none where edges are many. */
    const crossing = (bright, shown) => {
      if (graph.edges.length > FEW) return [];
      const seen = graph.edges.filter((edge) => (bright ? bright.edges.has(edge.id) : shown(edge) && shown(graph.nodes[edge.from]) && shown(graph.nodes[edge.to])));
      return seen.flatMap((edge) => {
        const drawn = network.body.edges[edge.id]?.edgeType;
        return drawn ? ALONG.map((part) => network.canvasToDOM(drawn.getPoint(part))) : [];
      });
    };

    return (ctx) => {
      const { colours, lang, bright, shown, kept } = state();
      const scale = network.getScale();
      const matrix = ctx.getTransform();
      const ratio = matrix.a / scale;
      const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
      const taken = room.boxes();
      ctx.save();
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      Object.assign(ctx, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });

      for (const box of kept) taken.add(box, -1);
      const lit = (node) => !bright || bright.nodes.has(node.id);
      const lines = crossing(bright, shown);
      const onScreen = (point) => [(matrix.a * point.x + matrix.e) / ratio, (matrix.d * point.y + matrix.f) / ratio];
      const visible = [];
      const seen = new Set();
      for (const id of order) {
        const node = graph.nodes[id];
        if (!shown(node)) continue;
        const [x, y] = onScreen(network.body.nodes[id]);
        if (x < -80 || y < -60 || x > wide + 80 || y > high + 60) continue;
        const radius = signs.radius(node, scale) * scale;
        visible.push([node, x, y, radius]);
        seen.add(id);
        if (order.length < FEW && lit(node)) taken.add([x - radius, y - radius, x + radius, y + radius], id);
      }
      const chosen = new Set(network.getSelectedNodes()); // ringed, so their names stand a little further off
      let left = order.length < FEW || bright ? Infinity : Math.ceil((wide * high) / ROOM);
      const grown = Math.min(1.2, Math.max(0.92, scale));
      for (const [node, x, y, radius] of bright ? visible.filter(([one]) => lit(one)) : visible) {
        if (left === 0) break;
        const country = node.group === "country" && 4 * node.weight > heaviest;
        const quiet = node.group === "topic" || node.group === "place";
        const face = { style: style(node.labels, lang), weight: country ? 650 : bright && bright.nodes.size < 60 ? 500 : 400, family: colours.sans };
        const px = (country ? 16 : quiet ? 12 : 13) * grown;
        const off = radius + (chosen.has(node.id) ? 6 : 0);
        const free = (box) => room.inside(box, wide, high) && taken.free(box, node.id);
        let [made, found] = [];
        for (const most of [3, 1]) { // in full or, where there is no room for that, as it begins
          made = block(ctx, broken(text.named(node.labels, lang), 22, most), px, face);
          found = made.lines.length ? room.best(room.spots(x, y, off, made.width, made.height, wide), made.width + 2 * GAP, made.height, free, lines) : undefined;
          if (found) break;
        }
        if (!found) continue;
        const [cx, cy, box] = found;
        taken.add(box, -1);
        left -= 1;
        write(ctx, made, cx, cy, quiet ? colours.muted : colours.ink, colours.ground, node.status === "Cancelled");
      }

      const near = scale > 1.25;
      for (const edge of graph.edges) {
        if (bright ? !bright.edges.has(edge.id) : !near && (edge.quiet || order.length >= FEW)) continue;
        if (!seen.has(edge.from) && !seen.has(edge.to)) continue;
        if (!shown(edge) || !shown(graph.nodes[edge.from]) || !shown(graph.nodes[edge.to])) continue;
        const drawn = network.body.edges[edge.id]?.edgeType;
        if (!drawn) continue;
        const made = block(ctx, broken(text.named(edge.labels, lang), 24, 2), 11.5 * grown, { style: style(edge.labels, lang), weight: 400, family: colours.sans });
        for (const part of [0.5, 0.42, 0.58, 0.34, 0.66]) {
          const { x, y } = network.canvasToDOM(drawn.getPoint(part));
          const box = [x - made.width / 2 - GAP, y - made.height / 2 - 1, x + made.width / 2 + GAP, y + made.height / 2 + 1];
          if (!room.inside(box, wide, high) || !taken.free(box, -2)) continue;
          taken.add(box, -1);
          write(ctx, made, x, y, bright ? colours.ink : colours.muted, colours.ground, edge.status === "Cancelled" && edge.deal);
          break;
        }
      }
      ctx.restore();
    };
  };

  /** Returns the style of letters: slanted where the language has no label and another one's stands in. */
  const style = (labels, lang) => (lang in labels ? "normal" : "italic");

  /** Returns how early a node's name is to be written: by what is stated of it, countries before, places and topics behind. */
  const rank = (node) => node.weight * (({ country: 4, topic: 0.25, place: 0.25 })[node.group] ?? 1);

  globalThis.dragoman.lettering = { lettering };
}
