// The words in the picture: written after it is drawn, in letters of one size however far it is zoomed, the weightiest
// first, and none where it would cover another or a node. Zooming in makes room for more.
"use strict";
{
  const { room, text, shown: { edgesOf } } = globalThis.dragoman;
  const GAP = 4;
  const LEADING = 1.18;
  const FEW = 250; // up to so many edges, names keep clear of them
  const CROWD = 120; // up to so many nodes in view, all are named and words keep clear of every node
  const ROOM = 9000; // beyond, a name is written for every so many square pixels
  const BREAKS = [[22, 3], [34, 2], [15, 4], [22, 1]]; // letters in a line and lines: in full or, where there is no room for that, as it begins
  const SHORT = [[22, 3], [22, 1]];
  const TRIES = 3; // so many names are tried for each that is written, the weightiest
  const FIRST = 6;
  const VERBS = 40; // of more edges that are lit, none says its word until one looks closer
  const MEASURE = 100;
  /** How early the name of a class is written: the two chief countries first, then by what is stated, places and topics behind. */
  const RANK = { country: 4, topic: 0.25, place: 0.25, outlet: 0.5 };

  const ALONG = Array.from({ length: 15 }, (_, i) => (i + 1) / 16);
  const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

  /** Returns a function that writes the words of `graph` on a canvas that `network` has just drawn.
   *
   * `state` says, whenever it is asked, what the page shows: the `colours`, the `lang`uage, what is `bright`, whether
   * something is `shown`, the boxes to be `kept` free (unless it is written on an image aside), and the `radius` of a node at a scale. */
  const lettering = (network, graph, state) => {
    const joins = ({ id }) => edgesOf(graph)[id].length;
    const anchors = new Set(graph.nodes.filter((node) => node.group === "country").sort((a, b) => joins(b) - joins(a) || a.id - b.id).slice(0, 2).map((node) => node.id));
    const rank = (node) => node.weight * (RANK[node.group] ?? 1);
    const order = graph.nodes.map((node) => node.id).sort((a, b) => Number(anchors.has(b)) - Number(anchors.has(a)) || rank(graph.nodes[b]) - rank(graph.nodes[a]) || a - b);
    const widths = new Map();
    const blocks = new Map();

    /** Returns how wide a line is in letters of `px`: measured once, at one size, whatever the scale. */
    const measured = (ctx, line, face, px) => {
      const key = `${face.style} ${face.weight} ${line}`;
      if (!widths.has(key)) {
        ctx.font = `${face.style} ${face.weight} ${MEASURE}px ${face.family}`;
        widths.set(key, ctx.measureText(line).width / MEASURE);
      }
      return widths.get(key) * px;
    };
    const broken = (label, width, most) => {
      const key = `${width} ${most} ${label}`;
      if (!blocks.has(key)) blocks.set(key, text.lines(label, width, most).split("\n").filter(Boolean));
      return blocks.get(key);
    };
    const block = (ctx, lines, px, face) => {
      const font = `${face.style} ${face.weight} ${px}px ${face.family}`;
      const across = lines.map((line) => measured(ctx, line, face, px));
      return { lines, font, px, across, width: Math.max(0, ...across), height: lines.length * px * LEADING };
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
          const half = made.across[i] / 2;
          ctx.fillRect(x - half, at - 0.5, 2 * half, 1.3);
        }
      });
    };

    /** Returns points along the edges that are shown, which names had better not cover; none where edges are many. */
    const crossing = (bright, shown, onScreen) => {
      if (graph.edges.length > FEW) return [];
      const seen = graph.edges.filter((edge) => (bright ? bright.edges.has(edge.id) : shown(edge) && shown(graph.nodes[edge.from]) && shown(graph.nodes[edge.to])));
      return seen.flatMap((edge) => {
        const drawn = network.body.edges[edge.id]?.edgeType;
        return drawn ? ALONG.map((part) => onScreen(drawn.getPoint(part))) : [];
      });
    };

    return (ctx, scale = network.getScale(), aside = false) => {
      const { colours, lang, bright, shown, kept, radius: radiusOf } = state();
      const matrix = ctx.getTransform();
      const ratio = matrix.a / scale;
      const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
      const [taken, words] = [room.boxes(), room.boxes()]; // by nodes, and by what is written or lies over the picture
      ctx.save();
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      Object.assign(ctx, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });

      for (const box of kept(aside)) words.add(box, -1);
      const lit = (node) => !bright || bright.nodes.has(node.id);
      const onScreen = (point) => ({ x: (matrix.a * point.x + matrix.e) / ratio, y: (matrix.d * point.y + matrix.f) / ratio });
      const lines = crossing(bright, shown, onScreen);
      const visible = [];
      for (const id of order) {
        const node = graph.nodes[id];
        if (!shown(node)) continue;
        const { x, y } = onScreen(network.body.nodes[id]);
        if (x < -80 || y < -60 || x > wide + 80 || y > high + 60) continue;
        visible.push([node, x, y, radiusOf(node, scale) * scale]);
      }
      const named = bright ? visible.filter(([node]) => lit(node)) : visible;
      const crowd = visible.length > CROWD; // then the names of a few are written, over the others if need be
      let left = crowd && named.length > CROWD / 3 ? Math.ceil((wide * high) / ROOM) : Infinity;
      const weighty = new Set(named.slice(0, left).map(([node]) => node.id));
      for (const [node, x, y, radius] of visible) {
        if (lit(node) && (!crowd || weighty.has(node.id))) taken.add([x - radius, y - radius, x + radius, y + radius], node.id);
      }
      const chosen = new Set(network.getSelectedNodes()); // ringed, so their names stand a little further off
      const grown = Math.min(1.2, Math.max(0.92, scale));
      const written = new Set();
      for (const [node, x, y, radius] of named.slice(0, TRIES * left)) {
        if (left === 0) break;
        const anchor = anchors.has(node.id);
        const quiet = node.group === "topic" || node.group === "place";
        const face = { style: style(node.labels, lang), weight: anchor ? 650 : bright && bright.nodes.size < 60 ? 500 : 400, family: colours.sans };
        const px = (anchor ? 16 : quiet ? 12 : 13) * grown;
        const off = radius + (chosen.has(node.id) ? 6 : 0);
        const legible = (box) => room.inside(box, wide, high) && words.free(box, node.id);
        const free = (box) => legible(box) && taken.free(box, node.id);
        const first = crowd && written.size < FIRST; // named in any case, over lesser nodes if need be
        let [made, found] = [];
        for (const [width, most] of crowd ? SHORT : BREAKS) {
          made = block(ctx, broken(text.named(node.labels, lang), width, most), px, face);
          if (!made.lines.length) break;
          const spots = room.spots(x, y, off, made.width, made.height, wide);
          const [across, down] = [made.width + 2 * GAP, made.height + 2];
          found = room.best(spots, across, down, free, lines) ?? (first ? room.best(spots, across, down, legible, lines) : undefined);
          if (!found && anchor && x > 0 && y > 0 && x < wide && y < high) found = room.forced(spots, across, down, wide, high, (box) => words.covered(box, node.id));
          if (found) break;
        }
        if (!found) continue;
        const [cx, cy, box] = found;
        words.add(box, -1);
        written.add(node.id);
        left -= 1;
        write(ctx, made, cx, cy, quiet ? colours.muted : colours.ink, colours.ground, node.status === "Cancelled");
      }

      const near = scale > 1.25;
      for (const edge of graph.edges) {
        if (bright ? !bright.edges.has(edge.id) || (!near && bright.edges.size > VERBS) : !near && (edge.quiet || crowd)) continue;
        if (!written.has(edge.from) || !written.has(edge.to)) continue; // words between nobody and nobody say nothing
        if (!shown(edge) || !shown(graph.nodes[edge.from]) || !shown(graph.nodes[edge.to])) continue;
        const drawn = network.body.edges[edge.id]?.edgeType;
        if (!drawn) continue;
        const made = block(ctx, broken(text.named(edge.labels, lang), 24, 2), 11.5 * grown, { style: style(edge.labels, lang), weight: 400, family: colours.sans });
        for (const part of [0.5, 0.42, 0.58, 0.34, 0.66]) {
          const { x, y } = onScreen(drawn.getPoint(part));
          const box = [x - made.width / 2 - GAP, y - made.height / 2 - 1, x + made.width / 2 + GAP, y + made.height / 2 + 1];
          if (!room.inside(box, wide, high) || !taken.free(box, -2) || !words.free(box, -2)) continue;
          words.add(box, -1);
          write(ctx, made, x, y, bright ? colours.ink : colours.muted, colours.ground, edge.status === "Cancelled" && edge.deal);
          break;
        }
      }
      ctx.restore();
    };
  };

  /** Returns the style of letters: slanted where the language has no label and another one's stands in. */
  const style = (labels, lang) => (lang in labels ? "normal" : "italic");

  globalThis.dragoman.lettering = { lettering };
}
