/* For paper the map is drawn anew, at the paper's size and resolution. */

import { plateSteps } from "./plate.js";
import { atOnce } from "./slices.js";
import { readPaperTheme } from "./theme.js";
import { viewOfBox } from "./view.js";

const [WIDTH, HEIGHT, MARGIN, SHARPNESS] = [1000, 680, 60, 2];

/** Prepare a picture of the map before printing and take it away afterwards. */
export function preparePrinting(image, { model, given, camera }, box) {
  window.addEventListener("beforeprint", () => {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH * SHARPNESS;
    canvas.height = HEIGHT * SHARPNESS;
    const ctx = canvas.getContext("2d");
    ctx.scale(SHARPNESS, SHARPNESS);
    const view = viewOfBox(camera.projection(), box(), WIDTH, HEIGHT, MARGIN);
    const theme = readPaperTheme(model.payload.corridors);
    atOnce(plateSteps(ctx, Object.assign(view, { frame: [0, 0, WIDTH, HEIGHT] }), { ...given(), theme }));
    image.src = canvas.toDataURL("image/png");
  });
  window.addEventListener("afterprint", () => image.removeAttribute("src"));
}
