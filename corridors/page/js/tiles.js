/* Map tiles, where someone asked for them: the land goes under them, their makers into the credits. */

/** Watch for tile layers; they show in Mercator only. */
export function listenToTiles({ map, plate, state }) {
  const layers = new Set();
  const credit = document.querySelector(".credit");
  const update = () => {
    const { polar } = state.get();
    for (const layer of layers) layer.getContainer()?.toggleAttribute("hidden", polar);
    plate.layUnder(map, layers.size > 0 && !polar);
  };
  map.on("layeradd layerremove", ({ type, layer }) => {
    if (!(layer instanceof L.TileLayer)) return;
    if (type === "layeradd") {
      layers.add(layer);
      credit.append(` · ${plainText(layer.getAttribution())}`);
    } else {
      layers.delete(layer);
    }
    update();
  });
  state.listen((now, before) => {
    if (now.polar !== before.polar) update();
  });
}

/** The words of an attribution, which providers give as markup. */
function plainText(markup) {
  return new DOMParser().parseFromString(markup ?? "", "text/html").body.textContent;
}
