/* Lines written by corridors/page/codec.py: steps on a grid as zigzag numbers in digits of five bits. */

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const DIGITS = new Int8Array(128);
for (let i = 0; i < ALPHABET.length; i += 1) DIGITS[ALPHABET.charCodeAt(i)] = i;

/** Decode one line into [lon, lat, lon, lat, …] in degrees. */
export function decodeLine(text, steps) {
  const flat = [];
  let x = 0;
  let y = 0;
  let value = 0;
  let shift = 0;
  let isX = true;
  for (let i = 0; i < text.length; i += 1) {
    const digit = DIGITS[text.charCodeAt(i)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit > 31) continue;
    const step = value & 1 ? ~(value >> 1) : value >> 1;
    value = 0;
    shift = 0;
    if (isX) {
      x += step;
    } else {
      y += step;
      flat.push(x / steps, y / steps);
    }
    isX = !isX;
  }
  return Float64Array.from(flat);
}

/** Decode lines joined by spaces. */
export function decodeLines(text, steps) {
  return text === "" ? [] : text.split(" ").map((line) => decodeLine(line, steps));
}
