/* For paper the map is drawn anew, at the paper's size and resolution, always in light colours. */

import { drawPlate } from "./plate.js";
import { viewOfBox } from "./view.js";

const [WIDTH, HEIGHT, RATIO] = [1000, 640, 2];

/** Prepare a picture of the map before printing and take it away afterwards. */
export function preparePrinting(image, { given, camera }, box) {
  const opened = [];
  window.addEventListener("beforeprint", () => {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH * RATIO;
    canvas.height = HEIGHT * RATIO;
    const ctx = canvas.getContext("2d");
    ctx.scale(RATIO, RATIO);
    drawPlate(ctx, viewOfBox(camera.projection(), box(), WIDTH, HEIGHT, 40), given());
    image.src = canvas.toDataURL("image/png");
    for (const details of document.querySelectorAll("details:not([open])")) {
      details.open = true;
      opened.push(details);
    }
  });
  window.addEventListener("afterprint", () => {
    image.removeAttribute("src");
    for (const details of opened.splice(0)) details.open = false;
  });
}
