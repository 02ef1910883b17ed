/* Undoes corridors/page/packing.py: tables of columns and rows become lists of records again. */

export function unpack(value) {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) value[i] = unpack(value[i]);
    return value;
  }
  if (value === null || typeof value !== "object") return value;
  const { columns, rows } = value;
  if (columns !== undefined && rows !== undefined) return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, unpack(row[i])])));
  for (const key of Object.keys(value)) value[key] = unpack(value[key]);
  return value;
}
