// The network by keyboard: arrows walk to the next node in that direction, other keys zoom, open and grow.
"use strict";
{
  const { attention } = globalThis.dragoman;
  const TOWARDS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /** Returns the nearest of `spots` ({ id, x, y }) that lies from `here` in `direction`; nothing where none does. */
  const next = (spots, here, [dx, dy]) => {
    let [best, cost] = [undefined, Infinity];
    for (const { id, x, y } of spots) {
      const [along, aside] = [(x - here.x) * dx + (y - here.y) * dy, Math.abs((x - here.x) * dy - (y - here.y) * dx)];
      if (along <= 0 || aside > 2 * along) continue;
      const far = along + 2 * aside;
      if (far < cost) [best, cost] = [id, far];
    }
    return best;
  };

  /** Makes `place`, which the picture is drawn in, answer to the keyboard. */
  const keys = (place, picture, { state, result, choose, grow }) => {
    place.tabIndex = 0;
    place.querySelector(".vis-network").tabIndex = -1; // the place has the keys already, under a name
    let last; // the node that was walked to, from which one goes on after reading
    place.addEventListener("keydown", (pressed) => {
      if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
      const { chosen } = state();
      const node = chosen && "node" in chosen ? chosen.node : undefined;
      if (TOWARDS[pressed.key]) {
        const places = picture.network.getPositions([...result().nodes]);
        const spots = Object.entries(places).map(([id, { x, y }]) => ({ id: Number(id), x, y }));
        const from = node ?? last;
        const here = places[from] ?? picture.network.getViewPosition();
        const found = node === undefined && places[from] ? from : next(spots.filter(({ id }) => id !== from), here, TOWARDS[pressed.key]);
        if (found === undefined) return;
        last = found;
        choose({ node: found }, { follow: false, show: true });
      } else if (pressed.key === "+" || pressed.key === "=") picture.zoom(1.3);
      else if (pressed.key === "-") picture.zoom(1 / 1.3);
      else if (pressed.key === "0" || pressed.key === "Home") picture.fit();
      else if (pressed.key === "Enter" && node !== undefined) attention.give(attention.heading(document.getElementById("panel")));
      else if (pressed.key === " " && node !== undefined) grow(node);
      else return;
      pressed.preventDefault();
    });
  };

  globalThis.dragoman.keys = { next, keys };
}
